data "aws_caller_identity" "current" {}

resource "aws_secretsmanager_secret" "partner_key" {
  name = "partner-key"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root" }
        Action    = "secretsmanager:GetSecretValue"
        Resource  = "*"
      },
    ]
  })
}
