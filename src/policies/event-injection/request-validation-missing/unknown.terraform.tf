variable "shared_validator" {
  type = string
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

resource "aws_api_gateway_rest_api" "orders_api" {
  name = "orders"
}

resource "aws_api_gateway_resource" "orders_resource" {
  rest_api_id = aws_api_gateway_rest_api.orders_api.id
  parent_id   = aws_api_gateway_rest_api.orders_api.root_resource_id
  path_part   = "orders"
}

resource "aws_api_gateway_model" "order_model" {
  rest_api_id  = aws_api_gateway_rest_api.orders_api.id
  name         = "OrderModel"
  content_type = "application/json"
  schema       = jsonencode({
  type = "object"
})
}

resource "aws_api_gateway_request_validator" "body_validator" {
  name                        = "body-validator"
  rest_api_id                 = aws_api_gateway_rest_api.orders_api.id
  validate_request_body       = true
  validate_request_parameters = true
}

resource "aws_api_gateway_method" "post_order" {
  rest_api_id          = aws_api_gateway_rest_api.orders_api.id
  resource_id          = aws_api_gateway_resource.orders_resource.id
  http_method          = "POST"
  authorization        = "AWS_IAM"
  request_models = {
    "application/json" = aws_api_gateway_model.order_model.name
  }
  request_validator_id = var.shared_validator
}

resource "aws_api_gateway_integration" "post_order" {
  rest_api_id = aws_api_gateway_rest_api.orders_api.id
  resource_id = aws_api_gateway_method.post_order.resource_id
  http_method = aws_api_gateway_method.post_order.http_method
  type        = "AWS"
  uri         = "arn:${data.aws_partition.current.partition}:apigateway:${data.aws_region.current.name}:sqs:path/${data.aws_caller_identity.current.account_id}/orders"
  integration_http_method = "POST"
}
