resource "aws_bedrockagentcore_agent_runtime" "reports" {
  agent_runtime_name = "reports"
  role_arn           = "arn:aws:iam::111122223333:role/reports"

  agent_runtime_artifact {
    container_configuration {
      container_uri = var.image
    }
  }

  network_configuration {
    network_mode = "PUBLIC"
  }

  authorizer_configuration {
    custom_jwt_authorizer {
      discovery_url    = "https://login.example.com/.well-known/openid-configuration"
      allowed_audience = ["reports"]
    }
  }
}
