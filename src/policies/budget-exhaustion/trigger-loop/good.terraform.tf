resource "aws_sqs_queue" "jobs" {
  visibility_timeout_seconds = 180
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.jobs_dead.arn
    maxReceiveCount     = 5
  })
}

resource "aws_sqs_queue" "jobs_dead" {
  message_retention_seconds = 1209600
}

resource "aws_lambda_function" "work" {
  function_name = "work"
  s3_bucket     = "work-releases"
  s3_key        = "work.zip"
  handler       = "work.run"
  runtime       = "python3.13"
  role          = aws_iam_role.work_role.arn
  timeout       = 30
  tracing_config {
    mode = "Active"
  }
}

resource "aws_lambda_event_source_mapping" "work_mapping" {
  event_source_arn = aws_sqs_queue.jobs.arn
  function_name    = aws_lambda_function.work.function_name
}

resource "aws_iam_role" "work_role" {
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

resource "aws_iam_role_policy" "work_role_results" {
  role = aws_iam_role.work_role.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "sqs:SendMessage"
        Resource = aws_sqs_queue.results.arn
      },
    ]
  })
}

resource "aws_iam_role_policy_attachment" "work_role" {
  role       = aws_iam_role.work_role.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole"
}

resource "aws_sqs_queue" "results" {}
