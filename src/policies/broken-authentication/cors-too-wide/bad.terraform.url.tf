resource "aws_lambda_function" "checkout" {
  function_name = "checkout"
  filename      = "build/checkout.zip"
  handler       = "checkout.handler"
  runtime       = "nodejs24.x"
  role          = aws_iam_role.checkout.arn

  tracing_config {
    mode = "Active"
  }
}

resource "aws_iam_role" "checkout" {
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

resource "aws_iam_role_policy_attachment" "checkout_logs" {
  role       = aws_iam_role.checkout.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_lambda_function_url" "checkout" {
  function_name      = aws_lambda_function.checkout.function_name
  authorization_type = "AWS_IAM"

  cors {
    allow_credentials = true
    allow_origins     = ["*"]
    allow_methods     = ["GET"]
    allow_headers     = ["content-type"]
    max_age           = 3600
  }
}
