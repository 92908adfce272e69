resource "aws_lambda_function" "order_function" {
  function_name = "order-function"
  handler       = "app.handler"
  runtime       = "nodejs24.x"
  role          = aws_iam_role.order_role.arn
  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_log_group" "order_function_logs" {
  name              = "/aws/lambda/${aws_lambda_function.order_function.function_name}"
  retention_in_days = 90
}

resource "aws_iam_role" "order_role" {
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

resource "aws_iam_role_policy" "order_role_rights" {
  role = aws_iam_role.order_role.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["dynamodb:PutItem", "dynamodb:Query"]
        Resource = [aws_dynamodb_table.orders.arn, "${aws_dynamodb_table.orders.arn}/index/*"]
      },
    ]
  })
}

resource "aws_iam_role_policy_attachment" "order_role" {
  role       = aws_iam_role.order_role.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_iam_role_policy_attachment" "order_role_2" {
  role       = aws_iam_role.order_role.name
  policy_arn = "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess"
}

resource "aws_dynamodb_table" "orders" {
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  name         = "orders"
}
