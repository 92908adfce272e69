resource "aws_sqs_queue" "orders" {
  visibility_timeout_seconds = 180
  redrive_policy             = jsonencode({ deadLetterTargetArn = var.dead_letters, maxReceiveCount = 5 })
}

resource "aws_lambda_function" "orders" {
  s3_bucket     = "orders-releases"
  s3_key        = "orders.zip"
  function_name = "orders"
  handler       = "orders.handler"
  runtime       = "nodejs24.x"
  role          = var.role_arn
  timeout       = 30

  tracing_config {
    mode = "Active"
  }
}

resource "aws_lambda_event_source_mapping" "orders" {
  event_source_arn = aws_sqs_queue.orders.arn
  function_name    = aws_lambda_function.orders.arn
  enabled          = true
}

variable "dead_letters" {
  type = string
}

variable "role_arn" {
  type = string
}
