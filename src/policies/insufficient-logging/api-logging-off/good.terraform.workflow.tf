resource "aws_sfn_state_machine" "refunds" {
  name     = "refunds"
  role_arn = aws_iam_role.refunds.arn

  definition = <<-JSON
    {
      "StartAt": "Pay back",
      "States": {
        "Pay back": {
          "Type": "Task",
          "Resource": "${aws_lambda_function.pay_back.arn}",
          "End": true
        }
      }
    }
  JSON

  logging_configuration {
    log_destination        = "${aws_cloudwatch_log_group.refunds.arn}:*"
    level                  = "ERROR"
    include_execution_data = false
  }

  tracing_configuration {
    enabled = true
  }
}

resource "aws_lambda_function" "pay_back" {
  function_name = "pay_back"
  filename      = "build/pay_back.zip"
  handler       = "pay_back.handler"
  runtime       = "nodejs24.x"
  role          = aws_iam_role.pay_back.arn

  tracing_config {
    mode = "Active"
  }
}

resource "aws_iam_role" "pay_back" {
  assume_role_policy = data.aws_iam_policy_document.lambda_trust.json
}

data "aws_iam_policy_document" "lambda_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role_policy_attachment" "pay_back_logs" {
  role       = aws_iam_role.pay_back.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_iam_role" "refunds" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "states.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role_policy" "refunds" {
  role = aws_iam_role.refunds.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "lambda:InvokeFunction", Resource = aws_lambda_function.pay_back.arn }]
  })
}

resource "aws_cloudwatch_log_group" "refunds" {
  name              = "/aws/vendedlogs/states/refunds"
  retention_in_days = 90
}
