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
  }
}

resource "google_service_account" "orders" {
  account_id = "orders"
}

resource "google_project_iam_member" "orders" {
  project = "shop"
  role    = var.role
  member  = "serviceAccount:${google_service_account.orders.email}"
}

variable "role" {
  type = string
}
