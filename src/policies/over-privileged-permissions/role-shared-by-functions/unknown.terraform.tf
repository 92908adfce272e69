variable "role_arn" {
  type = string
}

resource "aws_lambda_function" "read_function" {
  function_name = "read-function"
  handler       = "app.handler"
  runtime       = "nodejs24.x"
  role          = var.role_arn
  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_log_group" "read_function_logs" {
  name              = "/aws/lambda/${aws_lambda_function.read_function.function_name}"
  retention_in_days = 90
}

resource "aws_lambda_function" "write_function" {
  function_name = "write-function"
  handler       = "app.handler"
  runtime       = "nodejs24.x"
  role          = var.role_arn
  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_log_group" "write_function_logs" {
  name              = "/aws/lambda/${aws_lambda_function.write_function.function_name}"
  retention_in_days = 90
}
