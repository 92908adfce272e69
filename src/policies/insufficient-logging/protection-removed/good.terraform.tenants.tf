resource "aws_lambda_function" "orders" {
  function_name = "orders"
  s3_bucket     = "orders-releases"
  s3_key        = "orders.zip"
  handler       = "orders.handler"
  runtime       = "nodejs24.x"
  role          = var.role_arn

  tenancy_config {
    tenant_isolation_mode = "PER_TENANT"
  }

  tracing_config {
    mode = "Active"
  }
}

variable "role_arn" {
  type = string
}
