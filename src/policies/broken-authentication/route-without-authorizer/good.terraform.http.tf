resource "aws_apigatewayv2_api" "orders_api" {
  name          = "orders"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_stage" "live" {
  auto_deploy = true
  api_id      = aws_apigatewayv2_api.orders_api.id
  name        = "live"
  default_route_settings {
    throttling_rate_limit  = 100
    throttling_burst_limit = 200
  }
}

resource "aws_apigatewayv2_authorizer" "customers" {
  name             = "customers"
  identity_sources = ["$request.header.Authorization"]
  api_id           = aws_apigatewayv2_api.orders_api.id
  authorizer_type  = "JWT"

  jwt_configuration {
    audience = ["orders"]
    issuer   = "https://login.example.com/"
  }
}

resource "aws_apigatewayv2_route" "place_order" {
  api_id             = aws_apigatewayv2_api.orders_api.id
  route_key          = "POST /orders"
  target             = "integrations/${aws_apigatewayv2_integration.shop.id}"
  authorization_type = "JWT"
  authorizer_id      = aws_apigatewayv2_authorizer.customers.id
}

resource "aws_apigatewayv2_integration" "shop" {
  integration_method = "POST"
  api_id             = aws_apigatewayv2_api.orders_api.id
  integration_type   = "HTTP_PROXY"
  integration_uri    = "https://shop.example.com/orders"
}
