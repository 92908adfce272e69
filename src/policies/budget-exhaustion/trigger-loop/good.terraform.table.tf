resource "aws_lambda_function" "total" {
  function_name = "total"
  filename      = "build/total.zip"
  handler       = "total.handler"
  runtime       = "nodejs24.x"
  role          = aws_iam_role.total.arn

  tracing_config {
    mode = "Active"
  }
}

resource "aws_iam_role" "total" {
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

resource "aws_iam_role_policy_attachment" "total_logs" {
  role       = aws_iam_role.total.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaDynamoDBExecutionRole"
}

data "aws_iam_policy_document" "total" {
  statement {
    sid       = "WriteTotals"
    actions   = ["dynamodb:PutItem", "dynamodb:UpdateItem"]
    resources = [aws_dynamodb_table.totals.arn]
  }
}

resource "aws_iam_role_policy" "total" {
  role   = aws_iam_role.total.id
  policy = data.aws_iam_policy_document.total.json
}

resource "aws_lambda_event_source_mapping" "total" {
  event_source_arn               = aws_dynamodb_table.orders.stream_arn
  function_name                  = aws_lambda_function.total.arn
  starting_position              = "LATEST"
  maximum_retry_attempts         = 3
  bisect_batch_on_function_error = true
}

resource "aws_dynamodb_table" "orders" {
  name             = "orders"
  billing_mode     = "PAY_PER_REQUEST"
  hash_key         = "id"
  stream_enabled   = true
  stream_view_type = "NEW_IMAGE"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_dynamodb_table" "totals" {
  name         = "totals"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "day"

  attribute {
    name = "day"
    type = "S"
  }
}
