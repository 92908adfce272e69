resource "google_service_account" "report" {
  account_id   = "report"
  display_name = "Sends the daily report"
}

resource "google_cloudfunctions2_function" "report" {
  name     = "report"
  location = "europe-west1"

  build_config {
    runtime     = "nodejs24"
    entry_point = "send"

    source {
      storage_source {
        bucket = "shop-sources"
        object = "report.zip"
      }
    }
  }

  service_config {
    max_instance_count    = 5
    service_account_email = google_service_account.report.email
  }
}

resource "google_secret_manager_secret" "mail_password" {
  secret_id = "mail-password"

  replication {
    auto {}
  }
}

resource "google_secret_manager_secret_iam_member" "report_secrets" {
  secret_id = google_secret_manager_secret.mail_password.id
  role      = "roles/secretmanager.secretAccessor"
  member    = "serviceAccount:${google_service_account.report.email}"
}
