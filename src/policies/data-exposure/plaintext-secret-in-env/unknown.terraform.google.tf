resource "google_cloudfunctions2_function" "orders" {
  name     = "orders"
  location = "europe-west1"

  build_config {
    runtime     = "nodejs24"
    entry_point = "handle"
  }

  service_config {
    max_instance_count    = 20
    service_account_email = google_service_account.orders.email

    environment_variables = {
      PAYMENT_TOKEN = var.payment_token
    }
  }
}

resource "google_service_account" "orders" {
  account_id = "orders"
}

variable "payment_token" {
  type = string
}
