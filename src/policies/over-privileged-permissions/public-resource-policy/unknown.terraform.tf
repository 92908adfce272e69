variable "sender" {
  type = string
}

resource "aws_sqs_queue" "orders" {
  visibility_timeout_seconds = 18
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.failed.arn
    maxReceiveCount     = 5
  })
}

resource "aws_sqs_queue" "failed" {
  message_retention_seconds = 1209600
}

resource "aws_sqs_queue_policy" "orders_policy" {
  queue_url = aws_sqs_queue.orders.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Principal = {
          AWS = var.sender
        }
        Action   = "sqs:SendMessage"
        Resource = aws_sqs_queue.orders.arn
      },
    ]
  })
}
