variable "seconds" {
  type = number
}

resource "google_cloudfunctions2_function" "orders" {
  name     = "orders"
  location = "europe-west1"

  build_config {
    runtime     = "nodejs24"
    entry_point = "orders"
  }

  service_config {
    timeout_seconds       = var.seconds
    max_instance_count    = 20
    ingress_settings      = "ALLOW_INTERNAL_ONLY"
    service_account_email = "orders@example-project.iam.gserviceaccount.com"
  }
}
