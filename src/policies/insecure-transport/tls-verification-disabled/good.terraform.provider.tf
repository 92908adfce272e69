provider "kubernetes" {
  host     = "https://cluster.example.com"
  insecure = false
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
  handler       = "orders.handler"
  runtime       = "nodejs24.x"
  role          = "arn:aws:iam::111122223333:role/orders"
}
