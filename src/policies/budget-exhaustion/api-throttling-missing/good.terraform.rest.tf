resource "aws_api_gateway_rest_api" "news_api" {
  name = "news"
}

resource "aws_api_gateway_method" "list_news" {
  rest_api_id   = aws_api_gateway_rest_api.news_api.id
  resource_id   = aws_api_gateway_rest_api.news_api.root_resource_id
  http_method   = "GET"
  authorization = "AWS_IAM"
}

resource "aws_api_gateway_integration" "list_news" {
  rest_api_id = aws_api_gateway_rest_api.news_api.id
  resource_id = aws_api_gateway_method.list_news.resource_id
  http_method = aws_api_gateway_method.list_news.http_method
  type        = "HTTP_PROXY"
  uri         = "https://news.example.com/"
  integration_http_method = "GET"
}

resource "aws_api_gateway_deployment" "release" {
  rest_api_id = aws_api_gateway_rest_api.news_api.id
}

resource "aws_api_gateway_stage" "live" {
  deployment_id        = aws_api_gateway_deployment.release.id
  rest_api_id          = aws_api_gateway_rest_api.news_api.id
  stage_name           = "live"
  xray_tracing_enabled = true
}

resource "aws_api_gateway_method_settings" "live" {
  rest_api_id = aws_api_gateway_rest_api.news_api.id
  stage_name  = aws_api_gateway_stage.live.stage_name
  method_path = "*/*"
  settings {
    throttling_rate_limit  = 100
    throttling_burst_limit = 200
  }
}
