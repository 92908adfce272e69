module "vpc" {
  source = "git::https://example.com/vpc.git"
}

module "queue" {
  source = "terraform-aws-modules/sqs/aws"
}
