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

resource "google_project_iam_custom_role" "report" {
  role_id = "report"
  title   = "Report"

  permissions = [
    "bigquery.jobs.create",
    "cloudfunctions.functions.get",
    "cloudfunctions.functions.update",
    "iam.serviceAccounts.actAs",
  ]
}

resource "google_project_iam_member" "report" {
  project = "shop"
  role    = google_project_iam_custom_role.report.id
  member  = google_service_account.report.member
}
