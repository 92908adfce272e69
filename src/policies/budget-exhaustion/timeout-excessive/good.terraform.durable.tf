resource "aws_lambda_function" "orders" {
  function_name = "orders"
  s3_bucket     = "orders-releases"
  s3_key        = "orders.zip"
  handler       = "orders.handler"
  runtime       = "nodejs24.x"
  role          = var.role_arn

  reserved_concurrent_executions = 20

  durable_config {
    execution_timeout = 3600
  }

  tracing_config {
    mode = "Active"
  }
}

resource "aws_lambda_function_url" "orders" {
  function_name      = aws_lambda_function.orders.function_name
  authorization_type = "NONE"
}

variable "role_arn" {
  type = string
}
