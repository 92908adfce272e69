resource "aws_cognito_user_pool" "users" {
  name = "shop"
  mfa_configuration = "OFF"
}
