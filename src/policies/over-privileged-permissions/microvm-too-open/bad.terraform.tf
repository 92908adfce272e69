resource "aws_lambdamicrovms_image" "runner" {
  name                      = "runner"
  base_image_arn            = "arn:aws:lambda:eu-central-1:aws:microvm-image:al2023"
  build_role_arn            = "arn:aws:iam::111122223333:role/runner-build"
  egress_network_connectors = ["arn:aws:lambda:eu-central-1:111122223333:network-connector:runner"]
  additional_os_capabilities = ["ALL"]

  code_artifact {
    uri = "s3://shop-code/runner.zip"
  }
}
