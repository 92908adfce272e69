data "archive_file" "orders" {
  type        = "zip"
  source_dir  = "${path.module}/src"
  output_path = "orders.zip"
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  filename      = data.archive_file.orders.output_path
  handler       = "app.handler"
  runtime       = "python3.14"
  role          = var.role_arn

  tracing_config {
    mode = "Active"
  }
}

variable "role_arn" {
  type = string
}
