resource "aws_sqs_queue" "payments" {
  visibility_timeout_seconds = 180
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.payments_dead.arn
    maxReceiveCount     = 5
  })
}

resource "aws_lambda_function" "book" {
  function_name = "book"
  s3_bucket     = "book-releases"
  s3_key        = "book.zip"
  handler       = "book.payment"
  runtime       = "python3.13"
  role          = aws_iam_role.book_role.arn
  timeout       = 30
  tracing_config {
    mode = "Active"
  }
}

resource "aws_lambda_event_source_mapping" "book_mapping" {
  event_source_arn        = aws_sqs_queue.payments.arn
  function_name           = aws_lambda_function.book.function_name
  function_response_types = ["ReportBatchItemFailures"]
}

resource "aws_iam_role" "book_role" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Principal = {
          Service = "lambda.amazonaws.com"
        }
        Action = "sts:AssumeRole"
      },
    ]
  })
}

resource "aws_iam_role_policy_attachment" "book_role" {
  role       = aws_iam_role.book_role.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole"
}

resource "aws_sqs_queue" "payments_dead" {
  message_retention_seconds = 1209600
}
