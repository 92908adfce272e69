variable "uploads_access" {
  type = string
}

resource "aws_s3_bucket" "uploads" {}

resource "aws_s3_bucket_acl" "uploads" {
  bucket = aws_s3_bucket.uploads.id
  acl    = var.uploads_access
}
