module "deploy_role" {
  source  = "terraform-aws-modules/iam/aws//modules/iam-assumable-role"
  version = "~> 5.30"

  create_role           = true
  role_name             = "shop-functions"
  role_requires_mfa     = false
  trusted_role_services = ["lambda.amazonaws.com"]

  attach_admin_policy = true
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  filename      = "build/orders.zip"
  handler       = "orders.handler"
  runtime       = "nodejs24.x"
  role          = module.deploy_role.iam_role_arn

  tracing_config {
    mode = "Active"
  }
}
