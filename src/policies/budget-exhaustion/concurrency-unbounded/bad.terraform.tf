resource "aws_lambda_function_url" "quote_url" {
  function_name      = aws_lambda_function.quote.arn
  authorization_type = "NONE"
}

resource "aws_lambda_function" "quote" {
  function_name = "quote"
  s3_bucket     = "quotes-releases"
  s3_key        = "quote.zip"
  handler       = "quote.calculate"
  runtime       = "nodejs24.x"
  role          = aws_iam_role.quote_role.arn
  tracing_config {
    mode = "Active"
  }
}

resource "aws_iam_role" "quote_role" {
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

resource "aws_iam_role_policy_attachment" "quote_role" {
  role       = aws_iam_role.quote_role.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}
