resource "aws_db_instance" "orders" {
  engine              = "postgres"
  instance_class      = "db.t4g.micro"
  storage_encrypted   = true
  password_wo         = "k7Rq2vX9pLm4TzWd"
  password_wo_version = 1
}

ephemeral "aws_secretsmanager_secret_version" "orders" {
  secret_id = "orders/db"
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  s3_bucket     = "orders-releases"
  s3_key        = "orders.zip"
  handler       = "orders.handler"
  runtime       = "nodejs24.x"
  role          = var.role_arn

  tracing_config {
    mode = "Active"
  }
}

variable "role_arn" {
  type = string
}
