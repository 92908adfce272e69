module "uploads" {
  source  = "terraform-aws-modules/sqs/aws"
  version = "~> 4.2"

  name                       = "uploads"
  visibility_timeout_seconds = 180

  create_dlq     = var.keeps_failures
  redrive_policy = var.redrive_policy
}

resource "aws_lambda_event_source_mapping" "uploads" {
  event_source_arn = module.uploads.queue_arn
  function_name    = aws_lambda_function.scan.arn
}

resource "aws_lambda_function" "scan" {
  function_name = "scan"
  filename      = "build/scan.zip"
  handler       = "scan.handler"
  runtime       = "nodejs24.x"
  role          = aws_iam_role.scan.arn
  timeout       = 30

  tracing_config {
    mode = "Active"
  }
}

resource "aws_iam_role" "scan" {
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

resource "aws_iam_role_policy_attachment" "scan_logs" {
  role       = aws_iam_role.scan.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole"
}

variable "keeps_failures" {
  type = bool
}

variable "redrive_policy" {
  type = any
}
