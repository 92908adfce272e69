resource "aws_lambda_function" "orders" {
  function_name = "orders"
  s3_bucket     = "orders-releases"
  s3_key        = "orders.zip"
  handler       = "orders.handler"
  runtime       = "nodejs24.x"
  role          = var.role_arn

  capacity_provider_config {
    lambda_managed_instances_capacity_provider_config {
      capacity_provider_arn = aws_lambda_capacity_provider.orders.arn
    }
  }

  tracing_config {
    mode = "Active"
  }
}

resource "aws_lambda_function_url" "orders" {
  function_name      = aws_lambda_function.orders.function_name
  authorization_type = "NONE"
}

resource "aws_lambda_capacity_provider" "orders" {
  name = "orders"

  vpc_config {
    subnet_ids         = ["subnet-1"]
    security_group_ids = ["sg-1"]
  }

  permissions_config {
    capacity_provider_operator_role_arn = var.role_arn
  }

  capacity_provider_scaling_config {
    max_vcpu_count = 32
  }
}

variable "role_arn" {
  type = string
}
