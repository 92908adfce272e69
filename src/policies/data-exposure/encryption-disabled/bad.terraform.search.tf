resource "aws_opensearch_domain" "products" {
  domain_name    = "products"
  engine_version = "OpenSearch_2.19"

  encrypt_at_rest {
    enabled = false
  }

  node_to_node_encryption {
    enabled = true
  }

  cluster_config {
    instance_type = "t3.small.search"
  }
}

resource "aws_lambda_function" "search" {
  function_name = "search"
  filename      = "build/search.zip"
  handler       = "search.handler"
  runtime       = "nodejs24.x"
  role          = aws_iam_role.search.arn

  environment {
    variables = {
      PRODUCTS = aws_opensearch_domain.products.endpoint
    }
  }

  tracing_config {
    mode = "Active"
  }
}

resource "aws_iam_role" "search" {
  assume_role_policy = data.aws_iam_policy_document.lambda_trust.json
}

data "aws_iam_policy_document" "lambda_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role_policy_attachment" "search_logs" {
  role       = aws_iam_role.search.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}
