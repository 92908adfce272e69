resource "aws_lambda_function" "orders_function" {
  function_name = "orders-function"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
  handler       = "orders.handler"
  runtime       = "nodejs24.x"
  role          = aws_iam_role.orders_role.arn
  tracing_config {
    mode = "Active"
  }
  logging_config {
    log_group = aws_cloudwatch_log_group.orders_logs.name
  }
  environment {
    variables = {
      NODE_ENV = var.mode
    }
  }
}

resource "aws_lambda_function_url" "orders" {
  function_name      = aws_lambda_function.orders_function.function_name
  authorization_type = "AWS_IAM"
}

resource "aws_cloudwatch_log_group" "orders_logs" {
  retention_in_days = 90
}

resource "aws_iam_role" "orders_role" {
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

resource "aws_iam_role_policy_attachment" "orders_role" {
  role       = aws_iam_role.orders_role.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_iam_role_policy_attachment" "orders_role_2" {
  role       = aws_iam_role.orders_role.name
  policy_arn = "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess"
}

variable "mode" {
  type = string
}
