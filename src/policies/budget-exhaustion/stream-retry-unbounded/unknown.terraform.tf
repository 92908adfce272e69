variable "retries" {
  type = number
}

resource "aws_kinesis_stream" "orders" {
  name            = "orders"
  shard_count     = 2
  encryption_type = "KMS"
  kms_key_id      = "alias/aws/kinesis"
}

resource "aws_lambda_function" "bill" {
  function_name = "bill"
  s3_bucket     = "bill-releases"
  s3_key        = "bill.zip"
  handler       = "bill.handler"
  runtime       = "python3.13"
  role          = aws_iam_role.bill.arn
  timeout       = 30

  tracing_config {
    mode = "Active"
  }
}

resource "aws_lambda_event_source_mapping" "bill" {
  event_source_arn       = aws_kinesis_stream.orders.arn
  function_name          = aws_lambda_function.bill.arn
  starting_position      = "LATEST"
  maximum_retry_attempts = var.retries
}

resource "aws_iam_role" "bill" {
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

resource "aws_iam_role_policy_attachment" "bill" {
  role       = aws_iam_role.bill.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaKinesisExecutionRole"
}
