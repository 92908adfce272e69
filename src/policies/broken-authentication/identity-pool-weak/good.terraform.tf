resource "aws_cognito_identity_pool" "people" {
  identity_pool_name               = "people"
  allow_unauthenticated_identities = false
}
