resource "aws_lambda_function" "report_function" {
  function_name = "report-function"
  handler       = "app.handler"
  runtime       = "nodejs24.x"
  role          = aws_iam_role.report_role.arn
  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_log_group" "report_function_logs" {
  name              = "/aws/lambda/${aws_lambda_function.report_function.function_name}"
  retention_in_days = 90
}

resource "aws_iam_role" "report_role" {
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

resource "aws_iam_role_policy_attachment" "report_role" {
  role       = aws_iam_role.report_role.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_iam_role_policy_attachment" "report_role_2" {
  role       = aws_iam_role.report_role.name
  policy_arn = "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess"
}

resource "aws_apigatewayv2_api" "api" {
  name          = "reports"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_stage" "stage" {
  auto_deploy = true
  api_id      = aws_apigatewayv2_api.api.id
  name        = "live"
  default_route_settings {
    throttling_rate_limit  = 50
    throttling_burst_limit = 100
  }
  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.api_logs.arn
    format          = "{\"requestId\":\"$context.requestId\",\"ip\":\"$context.identity.sourceIp\",\"status\":\"$context.status\"}"
  }
}

resource "aws_cloudwatch_log_group" "api_logs" {
  retention_in_days = 90
}

resource "aws_apigatewayv2_integration" "integration" {
  api_id           = aws_apigatewayv2_api.api.id
  integration_type = "AWS_PROXY"
  integration_uri  = aws_lambda_function.report_function.arn
}

resource "aws_apigatewayv2_route" "route" {
  api_id             = aws_apigatewayv2_api.api.id
  route_key          = "GET /reports/{id}"
  authorization_type = "AWS_IAM"
  target             = "integrations/${aws_apigatewayv2_integration.integration.id}"
}

resource "aws_lambda_permission" "permission" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.report_function.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.api.execution_arn}/live/GET/reports/*"
}
