data "archive_file" "orders" {
  type        = "zip"
  source_dir  = path.module
  output_path = "orders.zip"
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  filename      = data.archive_file.orders.output_path
  handler       = "orders.handler"
  runtime       = "nodejs24.x"
  role          = var.role_arn

  tracing_config {
    mode = "Active"
  }
}

variable "role_arn" {
  type = string
}
