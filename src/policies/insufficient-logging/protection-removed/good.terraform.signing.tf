resource "aws_lambda_function" "orders" {
  function_name = "orders"
  s3_bucket     = "releases"
  s3_key        = "orders.zip"
  handler       = "orders.handler"
  runtime       = "nodejs24.x"
  role          = var.role_arn
  code_signing_config_arn = "arn:aws:lambda:eu-west-1:123456789012:code-signing-config:csc-1"

  tracing_config {
    mode = "Active"
  }
}

variable "role_arn" {
  type = string
}
