resource "aws_lambda_function" "billing" {
  function_name = "billing"
  filename      = "build/billing.zip"
  handler       = "billing.handler"
  runtime       = "nodejs24.x"
  role          = aws_iam_role.billing.arn

  logging_config {
    log_format            = "JSON"
    log_group             = aws_cloudwatch_log_group.billing.name
    application_log_level = "INFO"
    system_log_level      = "INFO"
  }

  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_log_group" "billing" {
  name              = "/shop/billing"
  retention_in_days = 90
}

resource "aws_iam_role" "billing" {
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

resource "aws_iam_role_policy_attachment" "billing_logs" {
  role       = aws_iam_role.billing.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}
