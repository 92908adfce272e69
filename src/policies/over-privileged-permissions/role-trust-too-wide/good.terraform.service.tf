resource "aws_lambda_function" "report_function" {
  function_name = "report-function"
  handler       = "app.handler"
  runtime       = "nodejs24.x"
  role          = aws_iam_role.report_role.arn
  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_log_group" "report_function_logs" {
  name              = "/aws/lambda/${aws_lambda_function.report_function.function_name}"
  retention_in_days = 90
}

resource "aws_iam_role" "report_role" {
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

resource "aws_iam_role_policy_attachment" "report_role" {
  role       = aws_iam_role.report_role.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_iam_role_policy_attachment" "report_role_2" {
  role       = aws_iam_role.report_role.name
  policy_arn = "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess"
}
