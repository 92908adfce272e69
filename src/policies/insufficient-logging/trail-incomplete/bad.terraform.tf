resource "aws_cloudtrail" "calls" {
  name                       = "calls"
  s3_bucket_name             = var.bucket
  kms_key_id                 = var.key
  cloud_watch_logs_group_arn = var.logs
  cloud_watch_logs_role_arn  = var.role
}

variable "bucket" {
  type    = string
  default = "audit"
}

variable "key" {
  type    = string
  default = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}

variable "logs" {
  type    = string
  default = "arn:aws:logs:eu-west-1:123456789012:log-group:audit:*"
}

variable "role" {
  type    = string
  default = "arn:aws:iam::123456789012:role/audit"
}
