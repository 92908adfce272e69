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
  type        = "AWS_PROXY"
  uri         = aws_lambda_function.news.invoke_arn
  integration_http_method = "POST"
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

resource "aws_lambda_permission" "news_may_run" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.news.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.news_api.execution_arn}/*/*/*"
}

resource "aws_lambda_function" "news" {
  function_name = "news"
  s3_bucket     = "news-releases"
  s3_key        = "news.zip"
  handler       = "news.list"
  runtime       = "nodejs24.x"
  role          = aws_iam_role.news_role.arn
  tracing_config {
    mode = "Active"
  }
}

resource "aws_iam_role" "news_role" {
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

resource "aws_iam_role_policy_attachment" "news_role" {
  role       = aws_iam_role.news_role.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}
