data "aws_region" "current" {}

resource "aws_lambda_function" "render" {
  function_name = "render"
  s3_bucket     = "render-releases"
  s3_key        = "render.zip"
  handler       = "render.handler"
  runtime       = "python3.13"
  role          = var.role_arn
  layers        = ["arn:aws:lambda:${data.aws_region.current.name}:017000801446:layer:AWSLambdaPowertoolsPythonV3-python313-x86_64:18"]

  tracing_config {
    mode = "Active"
  }
}

variable "role_arn" {
  type = string
}
