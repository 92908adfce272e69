resource "aws_lambda_function" "tenants" {
  function_name = "tenants"
  role          = "arn:aws:iam::111122223333:role/tenants"
  runtime       = "python3.13"
  handler       = "tenants.handler"
  filename      = "src"
}
