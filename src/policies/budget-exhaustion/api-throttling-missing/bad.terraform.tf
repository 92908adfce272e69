resource "aws_apigatewayv2_api" "news_api" {
  name          = "news"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_stage" "live" {
  auto_deploy = true
  api_id      = aws_apigatewayv2_api.news_api.id
  name        = "live"
}

resource "aws_apigatewayv2_route" "list_news" {
  api_id             = aws_apigatewayv2_api.news_api.id
  route_key          = "GET /news"
  authorization_type = "AWS_IAM"
  target             = "integrations/${aws_apigatewayv2_integration.news_site.id}"
}

resource "aws_apigatewayv2_integration" "news_site" {
  integration_method = "GET"
  api_id             = aws_apigatewayv2_api.news_api.id
  integration_type   = "HTTP_PROXY"
  integration_uri    = "https://news.example.com/"
}
