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

data "google_iam_policy" "project" {
  binding {
    role    = "roles/logging.logWriter"
    members = [google_service_account.report.member]
  }

  binding {
    role    = "roles/resourcemanager.projectIamAdmin"
    members = [google_service_account.report.member]
  }
}

resource "google_project_iam_policy" "project" {
  project     = "shop"
  policy_data = data.google_iam_policy.project.policy_data
}
