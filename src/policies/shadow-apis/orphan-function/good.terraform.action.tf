resource "aws_lambda_function" "seed" {
  s3_bucket     = "orders-releases"
  s3_key        = "orders.zip"
  function_name = "seed"
  handler       = "seed.handler"
  runtime       = "nodejs24.x"
  role          = var.role_arn

  tracing_config {
    mode = "Active"
  }
}

action "aws_lambda_invoke" "seed" {
  config {
    function_name = aws_lambda_function.seed.function_name
    payload       = jsonencode({})
  }
}

variable "role_arn" {
  type = string
}
