resource "aws_apigatewayv2_api" "shop" {
  name          = "shop"
  protocol_type = "HTTP"
}

resource "aws_lambda_function" "shop" {
  function_name = "shop"
  handler       = "shop.handler"
  runtime       = "nodejs24.x"
  role          = "arn:aws:iam::111122223333:role/shop"
  filename      = "shop.zip"

  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_log_group" "shop" {
  name              = "/aws/lambda/${aws_lambda_function.shop.function_name}"
  retention_in_days = 90
}

resource "aws_apigatewayv2_integration" "shop" {
  api_id           = aws_apigatewayv2_api.shop.id
  integration_type = "AWS_PROXY"
  integration_uri  = aws_lambda_function.shop.invoke_arn
}

resource "aws_apigatewayv2_route" "shop_0" {
  api_id             = aws_apigatewayv2_api.shop.id
  route_key          = "GET /orders"
  authorization_type = "AWS_IAM"
  target             = "integrations/${aws_apigatewayv2_integration.shop.id}"
}

resource "aws_apigatewayv2_route" "shop_1" {
  api_id             = aws_apigatewayv2_api.shop.id
  route_key          = "GET /orders/{id}"
  authorization_type = "AWS_IAM"
  target             = "integrations/${aws_apigatewayv2_integration.shop.id}"
}

resource "aws_apigatewayv2_route" "shop_2" {
  api_id             = aws_apigatewayv2_api.shop.id
  route_key          = "GET /customers"
  authorization_type = "AWS_IAM"
  target             = "integrations/${aws_apigatewayv2_integration.shop.id}"
}

resource "aws_apigatewayv2_route" "shop_3" {
  api_id             = aws_apigatewayv2_api.shop.id
  route_key          = "GET /customers/{id}"
  authorization_type = "AWS_IAM"
  target             = "integrations/${aws_apigatewayv2_integration.shop.id}"
}

resource "aws_apigatewayv2_route" "shop_4" {
  api_id             = aws_apigatewayv2_api.shop.id
  route_key          = "GET /invoices"
  authorization_type = "AWS_IAM"
  target             = "integrations/${aws_apigatewayv2_integration.shop.id}"
}

resource "aws_apigatewayv2_route" "shop_5" {
  api_id             = aws_apigatewayv2_api.shop.id
  route_key          = "GET /invoices/{id}"
  authorization_type = "AWS_IAM"
  target             = "integrations/${aws_apigatewayv2_integration.shop.id}"
}

resource "aws_apigatewayv2_route" "shop_6" {
  api_id             = aws_apigatewayv2_api.shop.id
  route_key          = "GET /products"
  authorization_type = "AWS_IAM"
  target             = "integrations/${aws_apigatewayv2_integration.shop.id}"
}

resource "aws_apigatewayv2_route" "shop_7" {
  api_id             = aws_apigatewayv2_api.shop.id
  route_key          = "GET /products/{id}"
  authorization_type = "AWS_IAM"
  target             = "integrations/${aws_apigatewayv2_integration.shop.id}"
}

resource "aws_apigatewayv2_route" "shop_8" {
  api_id             = aws_apigatewayv2_api.shop.id
  route_key          = "GET /reports"
  authorization_type = "AWS_IAM"
  target             = "integrations/${aws_apigatewayv2_integration.shop.id}"
}

resource "aws_apigatewayv2_route" "shop_9" {
  api_id             = aws_apigatewayv2_api.shop.id
  route_key          = "GET /reports/{id}"
  authorization_type = "AWS_IAM"
  target             = "integrations/${aws_apigatewayv2_integration.shop.id}"
}
