resource "aws_lambda_function" "deploy_function" {
  function_name = "deploy-function"
  handler       = "app.handler"
  runtime       = "nodejs24.x"
  role          = aws_iam_role.deploy_role.arn
  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_log_group" "deploy_function_logs" {
  name              = "/aws/lambda/${aws_lambda_function.deploy_function.function_name}"
  retention_in_days = 90
}

resource "aws_iam_role" "deploy_role" {
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

resource "aws_iam_role_policy_attachment" "deploy_role" {
  role       = aws_iam_role.deploy_role.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_iam_role_policy_attachment" "deploy_role_2" {
  role       = aws_iam_role.deploy_role.name
  policy_arn = "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess"
}

resource "aws_iam_role_policy" "deploy_policy" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "lambda:UpdateFunctionCode"
        Resource = aws_lambda_function.deploy_function.arn
      },
    ]
  })
  role = aws_iam_role.deploy_role.name
}
