locals {
  runtime = "python3.9"
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
  handler       = "orders.handler"
  runtime       = local.runtime
  role          = aws_iam_role.orders.arn
  tracing_config {
    mode = "Active"
  }
  logging_config {
    log_group = aws_cloudwatch_log_group.orders.name
  }
}

resource "aws_cloudwatch_log_group" "orders" {
  retention_in_days = 90
}

resource "aws_iam_role" "orders" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { Service = "lambda.amazonaws.com" }
        Action    = "sts:AssumeRole"
      },
    ]
  })
}

resource "aws_iam_role_policy_attachment" "orders_logs" {
  role       = aws_iam_role.orders.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_iam_role_policy_attachment" "orders_traces" {
  role       = aws_iam_role.orders.name
  policy_arn = "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess"
}

resource "aws_lambda_function" "invoices" {
  function_name = "invoices"
  s3_bucket     = "artifacts"
  s3_key        = "invoices.zip"
  handler       = "invoices.handler"
  runtime       = local.runtime
  role          = aws_iam_role.invoices.arn
  tracing_config {
    mode = "Active"
  }
  logging_config {
    log_group = aws_cloudwatch_log_group.invoices.name
  }
}

resource "aws_cloudwatch_log_group" "invoices" {
  retention_in_days = 90
}

resource "aws_iam_role" "invoices" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { Service = "lambda.amazonaws.com" }
        Action    = "sts:AssumeRole"
      },
    ]
  })
}

resource "aws_iam_role_policy_attachment" "invoices_logs" {
  role       = aws_iam_role.invoices.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_iam_role_policy_attachment" "invoices_traces" {
  role       = aws_iam_role.invoices.name
  policy_arn = "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess"
}
