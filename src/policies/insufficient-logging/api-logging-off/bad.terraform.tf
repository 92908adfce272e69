resource "aws_apigatewayv2_api" "orders_api" {
  name          = "orders"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_stage" "orders_stage" {
  auto_deploy = true
  api_id      = aws_apigatewayv2_api.orders_api.id
  name        = "$default"
  default_route_settings {
    throttling_rate_limit  = 100
    throttling_burst_limit = 50
  }
}
