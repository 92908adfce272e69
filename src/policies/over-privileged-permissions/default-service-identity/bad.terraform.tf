variable "key" {
  type      = string
  sensitive = true
}

resource "aws_lambda_function" "report" {
  function_name = "report"
  handler       = "app.handler"
  runtime       = "nodejs24.x"
  role          = "arn:aws:iam::111122223333:role/report"

  tracing_config {
    mode = "Active"
  }

  environment {
    variables = {
      AWS_SECRET_KEY = var.key
    }
  }
}

resource "aws_cloudwatch_log_group" "report" {
  name              = "/aws/lambda/${aws_lambda_function.report.function_name}"
  retention_in_days = 90
}
