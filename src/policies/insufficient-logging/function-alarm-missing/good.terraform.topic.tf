resource "aws_lambda_function" "orders" {
  function_name = "orders"
  s3_bucket     = "releases"
  s3_key        = "orders.zip"
  handler       = "orders.handler"
  runtime       = "nodejs24.x"
  role          = var.role_arn

  tracing_config {
    mode = "Active"
  }
}

resource "aws_lambda_function" "bill" {
  function_name = "bill"
  s3_bucket     = "releases"
  s3_key        = "bill.zip"
  handler       = "bill.handler"
  runtime       = "nodejs24.x"
  role          = var.role_arn

  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_metric_alarm" "bill_alarm" {
  alarm_name          = "${aws_lambda_function.bill.function_name}-alarm"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  dimensions          = {
    FunctionName = aws_lambda_function.bill.function_name
  }
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.on_call.arn]
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "errors"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  alarm_actions       = [aws_sns_topic.on_call.arn]

  dimensions = {
    FunctionName = aws_lambda_function.orders.function_name
  }
}

variable "role_arn" {
  type = string
}

resource "aws_sns_topic" "on_call" {
  name              = "on-call"
  kms_master_key_id = "alias/on-call"
}
