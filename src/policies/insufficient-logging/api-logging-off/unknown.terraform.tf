variable "log_group_arns" {
  type = list(string)
}

resource "aws_apigatewayv2_api" "orders" {
  name          = "orders"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_stage" "orders" {
  api_id      = aws_apigatewayv2_api.orders.id
  name        = "$default"
  auto_deploy = true

  dynamic "access_log_settings" {
    for_each = var.log_group_arns
    content {
      destination_arn = access_log_settings.value
      format          = "$context.requestId"
    }
  }

  default_route_settings {
    throttling_rate_limit  = 100
    throttling_burst_limit = 50
  }
}
