resource "aws_apigatewayv2_api" "partner_api" {
  name          = "partners"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_stage" "live" {
  auto_deploy = true
  api_id      = aws_apigatewayv2_api.partner_api.id
  name        = "live"
  default_route_settings {
    throttling_rate_limit  = 20
    throttling_burst_limit = 40
  }
}

resource "aws_apigatewayv2_domain_name" "partner_domain" {
  domain_name = "partners.example.com"
  mutual_tls_authentication {
    truststore_uri = "s3://example-truststore/partners.pem"
  }

  domain_name_configuration {
    certificate_arn = aws_acm_certificate.certificate.arn
    endpoint_type   = "REGIONAL"
    security_policy = "TLS_1_2"
  }
}

resource "aws_apigatewayv2_api_mapping" "partner_mapping" {
  stage       = aws_apigatewayv2_stage.live.id
  api_id      = aws_apigatewayv2_api.partner_api.id
  domain_name = aws_apigatewayv2_domain_name.partner_domain.id
}

resource "aws_acm_certificate" "certificate" {
  domain_name       = "partners.example.com"
  validation_method = "DNS"
}
