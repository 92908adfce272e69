data "aws_caller_identity" "current" {}

resource "aws_ecr_repository_policy" "images" {
  repository = "shop/orders"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = "*"
        Action    = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
      },
    ]
  })
}
