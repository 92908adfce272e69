resource "aws_lambda_function" "render" {
  function_name = "render"
  s3_bucket     = "render-releases"
  s3_key        = "render.zip"
  handler       = "render.handler"
  runtime       = "python3.13"
  role          = var.role_arn
  layers        = ["arn:aws:lambda:eu-west-1:555555555555:layer:pdf-tools:7"]

  tracing_config {
    mode = "Active"
  }
}

variable "role_arn" {
  type = string
}
