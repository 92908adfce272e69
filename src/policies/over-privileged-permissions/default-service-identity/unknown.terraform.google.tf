variable "account" {
  type = string
}

resource "google_cloudfunctions2_function" "report" {
  name     = "report"
  location = "europe-west1"

  build_config {
    runtime     = "nodejs24"
    entry_point = "report"
  }

  service_config {
    max_instance_count = 20
    service_account_email = var.account
  }
}

resource "google_service_account" "report" {
  account_id = "report"
}
