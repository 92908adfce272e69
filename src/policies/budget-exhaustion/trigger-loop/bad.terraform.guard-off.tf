resource "aws_lambda_function" "work" {
  function_name = "work"
  filename      = "build/work.zip"
  handler       = "work.handler"
  runtime       = "nodejs24.x"
  role          = aws_iam_role.work.arn
  timeout       = 30

  tracing_config {
    mode = "Active"
  }
}

resource "aws_iam_role" "work" {
  assume_role_policy = data.aws_iam_policy_document.lambda_trust.json
}

data "aws_iam_policy_document" "lambda_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role_policy_attachment" "work_logs" {
  role       = aws_iam_role.work.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole"
}

resource "aws_lambda_function_recursion_config" "work" {
  function_name  = aws_lambda_function.work.function_name
  recursive_loop = "Allow"
}

resource "aws_lambda_event_source_mapping" "work" {
  event_source_arn = aws_sqs_queue.jobs.arn
  function_name    = aws_lambda_function.work.arn
}

resource "aws_sqs_queue" "jobs" {
  name                       = "jobs"
  visibility_timeout_seconds = 180
  redrive_policy             = jsonencode({ deadLetterTargetArn = aws_sqs_queue.jobs_dead.arn, maxReceiveCount = 5 })
}

resource "aws_sqs_queue" "jobs_dead" {
  name                      = "jobs-dead"
  message_retention_seconds = 1209600
}
