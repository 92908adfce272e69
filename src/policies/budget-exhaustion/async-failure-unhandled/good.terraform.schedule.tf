resource "aws_scheduler_schedule" "newsletter" {
  name                = "newsletter"
  schedule_expression = "cron(0 6 ? * MON *)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = aws_lambda_function.mail.arn
    role_arn = aws_iam_role.scheduler.arn
  }
}

resource "aws_iam_role" "scheduler" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "scheduler.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role_policy" "scheduler" {
  role = aws_iam_role.scheduler.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "lambda:InvokeFunction", Resource = aws_lambda_function.mail.arn }]
  })
}

resource "aws_lambda_function" "mail" {
  function_name = "mail"
  filename      = "build/mail.zip"
  handler       = "mail.handler"
  runtime       = "nodejs24.x"
  role          = aws_iam_role.mail.arn

  tracing_config {
    mode = "Active"
  }
}

resource "aws_iam_role" "mail" {
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

resource "aws_iam_role_policy_attachment" "mail_logs" {
  role       = aws_iam_role.mail.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_lambda_function_event_invoke_config" "mail" {
  function_name          = aws_lambda_function.mail.function_name
  maximum_retry_attempts = 1

  destination_config {
    on_failure {
      destination = aws_sqs_queue.mail_failed.arn
    }
  }
}

resource "aws_iam_role_policy" "mail_failed" {
  role = aws_iam_role.mail.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sqs:SendMessage", Resource = aws_sqs_queue.mail_failed.arn }]
  })
}

resource "aws_sqs_queue" "mail_failed" {
  name                      = "mail-failed"
  message_retention_seconds = 1209600
}
