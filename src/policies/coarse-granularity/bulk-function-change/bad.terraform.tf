resource "aws_lambda_function" "f0" {
  function_name = "f0"
  handler       = "app.handler"
  runtime       = "nodejs24.x"
  role          = "arn:aws:iam::111122223333:role/f0"
  filename      = "f0.zip"

  environment {
    variables = {
      MODE = "open"
    }
  }

  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_log_group" "f0" {
  name              = "/aws/lambda/${aws_lambda_function.f0.function_name}"
  retention_in_days = 90
}

resource "aws_lambda_function" "f1" {
  function_name = "f1"
  handler       = "app.handler"
  runtime       = "nodejs24.x"
  role          = "arn:aws:iam::111122223333:role/f1"
  filename      = "f1.zip"

  environment {
    variables = {
      MODE = "open"
    }
  }

  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_log_group" "f1" {
  name              = "/aws/lambda/${aws_lambda_function.f1.function_name}"
  retention_in_days = 90
}

resource "aws_lambda_function" "f2" {
  function_name = "f2"
  handler       = "app.handler"
  runtime       = "nodejs24.x"
  role          = "arn:aws:iam::111122223333:role/f2"
  filename      = "f2.zip"

  environment {
    variables = {
      MODE = "open"
    }
  }

  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_log_group" "f2" {
  name              = "/aws/lambda/${aws_lambda_function.f2.function_name}"
  retention_in_days = 90
}

resource "aws_lambda_function" "f3" {
  function_name = "f3"
  handler       = "app.handler"
  runtime       = "nodejs24.x"
  role          = "arn:aws:iam::111122223333:role/f3"
  filename      = "f3.zip"

  environment {
    variables = {
      MODE = "open"
    }
  }

  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_log_group" "f3" {
  name              = "/aws/lambda/${aws_lambda_function.f3.function_name}"
  retention_in_days = 90
}

resource "aws_lambda_function" "f4" {
  function_name = "f4"
  handler       = "app.handler"
  runtime       = "nodejs24.x"
  role          = "arn:aws:iam::111122223333:role/f4"
  filename      = "f4.zip"

  environment {
    variables = {
      MODE = "open"
    }
  }

  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_log_group" "f4" {
  name              = "/aws/lambda/${aws_lambda_function.f4.function_name}"
  retention_in_days = 90
}

resource "aws_lambda_function" "f5" {
  function_name = "f5"
  handler       = "app.handler"
  runtime       = "nodejs24.x"
  role          = "arn:aws:iam::111122223333:role/f5"
  filename      = "f5.zip"

  environment {
    variables = {
      MODE = "open"
    }
  }

  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_log_group" "f5" {
  name              = "/aws/lambda/${aws_lambda_function.f5.function_name}"
  retention_in_days = 90
}

resource "aws_lambda_function" "f6" {
  function_name = "f6"
  handler       = "app.handler"
  runtime       = "nodejs24.x"
  role          = "arn:aws:iam::111122223333:role/f6"
  filename      = "f6.zip"

  environment {
    variables = {
      MODE = "open"
    }
  }

  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_log_group" "f6" {
  name              = "/aws/lambda/${aws_lambda_function.f6.function_name}"
  retention_in_days = 90
}

resource "aws_lambda_function" "f7" {
  function_name = "f7"
  handler       = "app.handler"
  runtime       = "nodejs24.x"
  role          = "arn:aws:iam::111122223333:role/f7"
  filename      = "f7.zip"

  environment {
    variables = {
      MODE = "open"
    }
  }

  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_log_group" "f7" {
  name              = "/aws/lambda/${aws_lambda_function.f7.function_name}"
  retention_in_days = 90
}
