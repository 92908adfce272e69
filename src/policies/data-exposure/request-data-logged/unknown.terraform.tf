variable "trace" {
  type = string
}

resource "aws_api_gateway_rest_api" "orders_api" {
  name = "orders"
}

resource "aws_api_gateway_deployment" "orders_deployment" {
  rest_api_id = aws_api_gateway_rest_api.orders_api.id
}

resource "aws_api_gateway_stage" "orders_stage" {
  deployment_id        = aws_api_gateway_deployment.orders_deployment.id
  rest_api_id          = aws_api_gateway_rest_api.orders_api.id
  stage_name           = "prod"
  xray_tracing_enabled = true
  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.orders_logs.arn
    format          = "{\"requestId\":\"$context.requestId\",\"ip\":\"$context.identity.sourceIp\",\"method\":\"$context.httpMethod\",\"path\":\"$context.path\",\"status\":\"$context.status\"}"
  }
}

resource "aws_api_gateway_method_settings" "orders_stage" {
  rest_api_id = aws_api_gateway_rest_api.orders_api.id
  stage_name  = aws_api_gateway_stage.orders_stage.stage_name
  method_path = "*/*"
  settings {
    throttling_rate_limit  = 100
    throttling_burst_limit = 50
    logging_level          = "ERROR"
    data_trace_enabled     = var.trace
  }
}

resource "aws_cloudwatch_log_group" "orders_logs" {
  retention_in_days = 90
}
