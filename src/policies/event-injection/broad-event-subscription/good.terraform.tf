resource "aws_lambda_function" "orders" {
  function_name = "orders"
  handler       = "app.handler"
  runtime       = "nodejs24.x"
  role          = "arn:aws:iam::111122223333:role/orders"

  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_log_group" "orders" {
  name              = "/aws/lambda/${aws_lambda_function.orders.function_name}"
  retention_in_days = 90
}

resource "aws_cloudwatch_event_rule" "placed" {
  event_pattern = jsonencode({
    source = ["com.example.shop"]
  })
}

resource "aws_cloudwatch_event_target" "orders" {
  rule = aws_cloudwatch_event_rule.placed.name
  arn  = aws_lambda_function.orders.arn

  dead_letter_config {
    arn = "arn:aws:sqs:eu-central-1:111122223333:failed"
  }
}
