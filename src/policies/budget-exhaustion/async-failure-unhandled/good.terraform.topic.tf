resource "aws_sns_topic" "orders" {
  name              = "orders"
  kms_master_key_id = "alias/shop-events"
}

resource "aws_sns_topic_subscription" "mail" {
  topic_arn = aws_sns_topic.orders.arn
  protocol  = "lambda"
  endpoint  = aws_lambda_function.mail.arn
}

resource "aws_lambda_permission" "orders_may_call" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.mail.function_name
  principal     = "sns.amazonaws.com"
  source_arn    = aws_sns_topic.orders.arn
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
