resource "google_service_account" "gateway" {
  account_id = "gateway"
}

resource "google_api_gateway_api" "orders" {
  provider = google-beta
  api_id   = "orders"
}

resource "google_api_gateway_api_config" "orders" {
  provider      = google-beta
  api           = google_api_gateway_api.orders.api_id
  api_config_id = "orders"

  openapi_documents {
    document {
      path     = "orders.json"
      contents = base64encode(jsonencode({ swagger = "2.0" }))
    }
  }

  gateway_config {
    backend_config {
      google_service_account = google_service_account.gateway.email
    }
  }
}

resource "google_cloudfunctions2_function" "orders" {
  name     = "orders"
  location = "europe-west1"

  build_config {
    runtime     = "nodejs24"
    entry_point = "order"
  }

  service_config {
    max_instance_count = 20
  }
}

resource "google_cloud_run_service_iam_binding" "callers" {
  location = google_cloudfunctions2_function.orders.location
  service  = google_cloudfunctions2_function.orders.name
  role     = "roles/run.invoker"

  members = [
    "serviceAccount:${google_service_account.gateway.email}",
    "allUsers",
  ]
}
