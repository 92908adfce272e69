module "assets" {
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = "~> 4.2"

  bucket = "shop-assets"
  acl    = "public-read"

  control_object_ownership = true
  object_ownership         = "ObjectWriter"

  block_public_acls       = false
  block_public_policy     = false
  ignore_public_acls      = false
  restrict_public_buckets = false
}
