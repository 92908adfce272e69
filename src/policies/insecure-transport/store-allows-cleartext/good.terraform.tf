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
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = [aws_s3_bucket.payments.arn, "${aws_s3_bucket.payments.arn}/*"]
        Condition = {
          Bool = { "aws:SecureTransport" = "false" }
        }
      },
    ]
  })
}
