resource "aws_lambda_function_url" "report_url" {
  function_name      = aws_lambda_function.report.arn
  authorization_type = "NONE"
}

resource "aws_lambda_function" "report" {
  function_name                  = "report"
  s3_bucket                      = "reports-releases"
  s3_key                         = "report.zip"
  handler                        = "report.render"
  runtime                        = "python3.13"
  role                           = aws_iam_role.report_role.arn
  reserved_concurrent_executions = 10
  tracing_config {
    mode = "Active"
  }
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
