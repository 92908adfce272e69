resource "aws_lambda_function" "place" {
  function_name = "place"
  handler       = "place.handler"
  runtime       = "nodejs24.x"
  role          = "arn:aws:iam::111122223333:role/place"
  filename      = "place.zip"

  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_log_group" "place" {
  name              = "/aws/lambda/${aws_lambda_function.place.function_name}"
  retention_in_days = 90
}

resource "aws_lambda_function" "ship" {
  function_name = "ship"
  handler       = "ship.handler"
  runtime       = "nodejs24.x"
  role          = "arn:aws:iam::111122223333:role/ship"
  filename      = "ship.zip"

  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_log_group" "ship" {
  name              = "/aws/lambda/${aws_lambda_function.ship.function_name}"
  retention_in_days = 90
}

resource "aws_lambda_function" "mail" {
  function_name = "mail"
  handler       = "mail.handler"
  runtime       = "nodejs24.x"
  role          = "arn:aws:iam::111122223333:role/mail"
  filename      = "mail.zip"

  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_log_group" "mail" {
  name              = "/aws/lambda/${aws_lambda_function.mail.function_name}"
  retention_in_days = 90
}
