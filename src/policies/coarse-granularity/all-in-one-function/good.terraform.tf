resource "aws_apigatewayv2_api" "shop" {
  name          = "shop"
  protocol_type = "HTTP"
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  handler       = "orders.handler"
  runtime       = "nodejs24.x"
  role          = "arn:aws:iam::111122223333:role/orders"
  filename      = "orders.zip"

  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_log_group" "orders" {
  name              = "/aws/lambda/${aws_lambda_function.orders.function_name}"
  retention_in_days = 90
}

resource "aws_apigatewayv2_integration" "orders" {
  api_id           = aws_apigatewayv2_api.shop.id
  integration_type = "AWS_PROXY"
  integration_uri  = aws_lambda_function.orders.invoke_arn
}

resource "aws_apigatewayv2_route" "orders_0" {
  api_id             = aws_apigatewayv2_api.shop.id
  route_key          = "GET /orders"
  authorization_type = "AWS_IAM"
  target             = "integrations/${aws_apigatewayv2_integration.orders.id}"
}

resource "aws_apigatewayv2_route" "orders_1" {
  api_id             = aws_apigatewayv2_api.shop.id
  route_key          = "GET /orders/{id}"
  authorization_type = "AWS_IAM"
  target             = "integrations/${aws_apigatewayv2_integration.orders.id}"
}

resource "aws_apigatewayv2_route" "orders_2" {
  api_id             = aws_apigatewayv2_api.shop.id
  route_key          = "GET /customers"
  authorization_type = "AWS_IAM"
  target             = "integrations/${aws_apigatewayv2_integration.orders.id}"
}

resource "aws_apigatewayv2_route" "orders_3" {
  api_id             = aws_apigatewayv2_api.shop.id
  route_key          = "GET /customers/{id}"
  authorization_type = "AWS_IAM"
  target             = "integrations/${aws_apigatewayv2_integration.orders.id}"
}

resource "aws_lambda_function" "products" {
  function_name = "products"
  handler       = "products.handler"
  runtime       = "nodejs24.x"
  role          = "arn:aws:iam::111122223333:role/products"
  filename      = "products.zip"

  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_log_group" "products" {
  name              = "/aws/lambda/${aws_lambda_function.products.function_name}"
  retention_in_days = 90
}

resource "aws_apigatewayv2_integration" "products" {
  api_id           = aws_apigatewayv2_api.shop.id
  integration_type = "AWS_PROXY"
  integration_uri  = aws_lambda_function.products.invoke_arn
}

resource "aws_apigatewayv2_route" "products_0" {
  api_id             = aws_apigatewayv2_api.shop.id
  route_key          = "GET /invoices"
  authorization_type = "AWS_IAM"
  target             = "integrations/${aws_apigatewayv2_integration.products.id}"
}

resource "aws_apigatewayv2_route" "products_1" {
  api_id             = aws_apigatewayv2_api.shop.id
  route_key          = "GET /invoices/{id}"
  authorization_type = "AWS_IAM"
  target             = "integrations/${aws_apigatewayv2_integration.products.id}"
}

resource "aws_apigatewayv2_route" "products_2" {
  api_id             = aws_apigatewayv2_api.shop.id
  route_key          = "GET /products"
  authorization_type = "AWS_IAM"
  target             = "integrations/${aws_apigatewayv2_integration.products.id}"
}

resource "aws_apigatewayv2_route" "products_3" {
  api_id             = aws_apigatewayv2_api.shop.id
  route_key          = "GET /products/{id}"
  authorization_type = "AWS_IAM"
  target             = "integrations/${aws_apigatewayv2_integration.products.id}"
}

resource "aws_apigatewayv2_route" "products_4" {
  api_id             = aws_apigatewayv2_api.shop.id
  route_key          = "GET /reports"
  authorization_type = "AWS_IAM"
  target             = "integrations/${aws_apigatewayv2_integration.products.id}"
}

resource "aws_apigatewayv2_route" "products_5" {
  api_id             = aws_apigatewayv2_api.shop.id
  route_key          = "GET /reports/{id}"
  authorization_type = "AWS_IAM"
  target             = "integrations/${aws_apigatewayv2_integration.products.id}"
}
