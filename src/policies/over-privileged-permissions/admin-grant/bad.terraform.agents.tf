resource "aws_bedrockagentcore_agent_runtime" "reports" {
  agent_runtime_name = "reports"
  role_arn           = aws_iam_role.reports.arn

  agent_runtime_artifact {
    code_configuration {
      entry_point = ["main.py"]
      runtime     = "PYTHON_3_13"
      code {
        s3 {
          bucket = "artifacts-eu"
          prefix = "reports.zip"
        }
      }
    }
  }

  network_configuration {
    network_mode = "PUBLIC"
  }
}

resource "aws_iam_role" "reports" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { Service = "bedrock-agentcore.amazonaws.com" }
        Action    = "sts:AssumeRole"
      },
    ]
  })
}

resource "aws_iam_role_policy_attachment" "reports" {
  role       = aws_iam_role.reports.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
