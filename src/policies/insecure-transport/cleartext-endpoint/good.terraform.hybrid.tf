resource "aws_lambda_function" "orders" {
  function_name = "orders"
  s3_bucket     = "artifacts"
  s3_key        = "orders.zip"
  handler       = "orders.handler"
  runtime       = "nodejs24.x"
  role          = "arn:aws:iam::111122223333:role/orders"

  environment {
    variables = {
      STOCK_URL = "https://stock.acme-partners.com/api"
    }
  }
}

resource "google_cloudfunctions2_function" "rates" {
  name     = "rates"
  location = "europe-west1"

  build_config {
    runtime     = "nodejs24"
    entry_point = "handle"
  }

  service_config {
    max_instance_count    = 20
    service_account_email = "rates@shop.iam.gserviceaccount.com"

    environment_variables = {
      LEDGER_URL = "https://ledger.acme-partners.com/v2"
    }
  }
}
