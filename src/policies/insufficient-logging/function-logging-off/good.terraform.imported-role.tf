variable "orders_role_arn" {
  type = string
}

resource "aws_lambda_function" "orders_function" {
  function_name = "orders-function"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
  handler       = "orders.handler"
  runtime       = "nodejs24.x"
  role          = var.orders_role_arn
  tracing_config {
    mode = "Active"
  }
  logging_config {
    log_group = aws_cloudwatch_log_group.orders_logs.name
  }
}

resource "aws_cloudwatch_log_group" "orders_logs" {
  retention_in_days = 90
}
