variable "dead_letter_queue_arn" {
  type = string
}

resource "aws_cloudwatch_event_rule" "nightly" {
  schedule_expression = "rate(1 day)"
}

resource "aws_cloudwatch_event_target" "nightly_clean" {
  rule      = aws_cloudwatch_event_rule.nightly.name
  target_id = "clean"
  arn       = aws_lambda_function.clean.arn
}

resource "aws_lambda_permission" "nightly_may_run" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.clean.function_name
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.nightly.arn
}

resource "aws_lambda_function" "clean" {
  function_name = "clean"
  s3_bucket     = "clean-releases"
  s3_key        = "clean.zip"
  handler       = "clean.run"
  runtime       = "python3.13"
  role          = aws_iam_role.clean_role.arn
  tracing_config {
    mode = "Active"
  }
  dead_letter_config {
    target_arn = var.dead_letter_queue_arn
  }
}

resource "aws_iam_role" "clean_role" {
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

resource "aws_iam_role_policy_attachment" "clean_role" {
  role       = aws_iam_role.clean_role.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}
