variable "orders_authorization" {
  type = string
}

resource "aws_api_gateway_rest_api" "orders_api" {
  name = "orders"
}

resource "aws_api_gateway_resource" "orders_resource" {
  rest_api_id = aws_api_gateway_rest_api.orders_api.id
  parent_id   = aws_api_gateway_rest_api.orders_api.root_resource_id
  path_part   = "orders"
}

resource "aws_api_gateway_method" "place_order" {
  rest_api_id   = aws_api_gateway_rest_api.orders_api.id
  resource_id   = aws_api_gateway_resource.orders_resource.id
  http_method   = "POST"
  authorization = var.orders_authorization
}

resource "aws_api_gateway_integration" "place_order" {
  rest_api_id = aws_api_gateway_rest_api.orders_api.id
  resource_id = aws_api_gateway_method.place_order.resource_id
  http_method = aws_api_gateway_method.place_order.http_method
  type        = "AWS_PROXY"
  uri         = aws_lambda_function.place.invoke_arn
  integration_http_method = "POST"
}

resource "aws_api_gateway_method" "orders_preflight" {
  rest_api_id   = aws_api_gateway_rest_api.orders_api.id
  resource_id   = aws_api_gateway_resource.orders_resource.id
  http_method   = "OPTIONS"
  authorization = "NONE"
}

resource "aws_api_gateway_integration" "orders_preflight" {
  rest_api_id = aws_api_gateway_rest_api.orders_api.id
  resource_id = aws_api_gateway_method.orders_preflight.resource_id
  http_method = aws_api_gateway_method.orders_preflight.http_method
  type        = "MOCK"
}

resource "aws_lambda_function" "place" {
  function_name                  = "place"
  s3_bucket                      = "orders-releases"
  s3_key                         = "place.zip"
  handler                        = "orders.place"
  runtime                        = "nodejs24.x"
  role                           = aws_iam_role.place_role.arn
  reserved_concurrent_executions = 20
  tracing_config {
    mode = "Active"
  }
}

resource "aws_iam_role" "place_role" {
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

resource "aws_iam_role_policy_attachment" "place_role" {
  role       = aws_iam_role.place_role.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}
