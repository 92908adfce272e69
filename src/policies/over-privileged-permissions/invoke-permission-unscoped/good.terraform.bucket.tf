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

resource "aws_s3_bucket" "uploads" {
  bucket = "report-uploads"
}

resource "aws_s3_bucket_public_access_block" "uploads" {
  bucket                  = aws_s3_bucket.uploads.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_notification" "uploads" {
  bucket = aws_s3_bucket.uploads.id

  lambda_function {
    lambda_function_arn = aws_lambda_function.report_function.arn
    events              = ["s3:ObjectCreated:*"]
  }
}

resource "aws_lambda_permission" "permission" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.report_function.function_name
  principal     = "s3.amazonaws.com"
  source_arn    = aws_s3_bucket.uploads.arn
}
