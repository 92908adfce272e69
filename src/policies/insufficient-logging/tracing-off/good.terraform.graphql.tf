resource "aws_appsync_graphql_api" "shop" {
  name                = "shop"
  authentication_type = "AMAZON_COGNITO_USER_POOLS"
  xray_enabled        = true

  user_pool_config {
    user_pool_id   = aws_cognito_user_pool.customers.id
    default_action = "ALLOW"
  }

  log_config {
    cloudwatch_logs_role_arn = aws_iam_role.appsync_logs.arn
    field_log_level          = "ERROR"
    exclude_verbose_content  = true
  }
}

resource "aws_cognito_user_pool" "customers" {
  name = "customers"
}

resource "aws_iam_role" "appsync_logs" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "appsync.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role_policy_attachment" "appsync_logs" {
  role       = aws_iam_role.appsync_logs.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSAppSyncPushToCloudWatchLogs"
}
