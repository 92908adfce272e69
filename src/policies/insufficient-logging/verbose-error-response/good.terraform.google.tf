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
      NODE_ENV = "production"
    }
  }
}

resource "google_service_account" "orders" {
  account_id = "orders"
}
