variable "policy" {
  type = string
}

resource "aws_s3_bucket" "payments" {
  bucket = "shop-payments"
}

resource "aws_s3_bucket_public_access_block" "payments" {
  bucket                  = aws_s3_bucket.payments.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
resource "aws_s3_bucket_policy" "payments" {
  bucket = aws_s3_bucket.payments.id
  policy = var.policy
}
