variable "shared_policy_arn" {
  type = string
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

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

resource "aws_iam_role_policy" "orders_role_orders" {
  role = aws_iam_role.orders_role.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "dynamodb:GetItem"
        Resource = "arn:${data.aws_partition.current.partition}:dynamodb:${data.aws_region.current.name}:${data.aws_caller_identity.current.account_id}:table/orders"
      },
    ]
  })
}

resource "aws_iam_role_policy_attachment" "orders_role" {
  role       = aws_iam_role.orders_role.name
  policy_arn = var.shared_policy_arn
}
