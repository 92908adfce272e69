resource "aws_apigatewayv2_api" "account_api" {
  name          = "account"
  protocol_type = "HTTP"
  cors_configuration {
    allow_origins = ["*"]
    allow_methods = ["GET"]
  }
}

resource "aws_apigatewayv2_stage" "live" {
  auto_deploy = true
  api_id      = aws_apigatewayv2_api.account_api.id
  name        = "live"
  default_route_settings {
    throttling_rate_limit  = 50
    throttling_burst_limit = 100
  }
}
