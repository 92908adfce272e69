resource "aws_cognito_user_pool" "users" {
  name              = "shop"
  mfa_configuration = "ON"

  password_policy {
    minimum_length = 12
  }
}
