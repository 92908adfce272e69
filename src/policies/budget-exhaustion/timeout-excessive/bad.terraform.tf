resource "aws_lambda_function" "open" {
  function_name = "open"
  s3_bucket     = "orders-releases"
  s3_key        = "orders.zip"
  handler       = "orders.handler"
  runtime       = "nodejs24.x"
  role          = var.role_arn
  timeout       = 20
  memory_size   = 10240

  reserved_concurrent_executions = 20

  tracing_config {
    mode = "Active"
  }
}

resource "aws_lambda_function_url" "open" {
  function_name      = aws_lambda_function.open.function_name
  authorization_type = "NONE"
}

variable "role_arn" {
  type = string
}
