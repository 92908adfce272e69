resource "aws_sqs_queue" "failed" {
  message_retention_seconds = 1209600
}

resource "aws_sqs_queue" "inbox" {
  visibility_timeout_seconds = 180
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.failed.arn
    maxReceiveCount     = 5
  })
}

resource "aws_cloudwatch_metric_alarm" "backlog" {
  alarm_name          = "backlog"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  alarm_actions       = ["arn:aws:sns:eu-west-1:123456789012:on-call"]

  dimensions = {
    QueueName = aws_sqs_queue.inbox.name
  }
}
