module "vpc" {
  source = "git::https://example.com/vpc.git?ref=v1.2.0"
}

module "queue" {
  source  = "terraform-aws-modules/sqs/aws"
  version = "~> 4.2"
}
