resource "aws_apigatewayv2_api" "shop" {
  name          = "shop"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_route" "metrics" {
  api_id             = aws_apigatewayv2_api.shop.id
  route_key          = "GET /actuator/env"
  authorization_type = "AWS_IAM"
  target             = "integrations/${aws_apigatewayv2_integration.shop.id}"
}

resource "aws_apigatewayv2_integration" "shop" {
  api_id           = aws_apigatewayv2_api.shop.id
  integration_type = "HTTP_PROXY"
  integration_uri  = "https://shop.example.com/"
}
