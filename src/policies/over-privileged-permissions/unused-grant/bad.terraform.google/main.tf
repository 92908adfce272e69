resource "google_service_account" "report" {
  account_id   = "report"
  display_name = "Sends the daily report"
}

data "archive_file" "report" {
  type        = "zip"
  source_dir  = "${path.module}/report"
  output_path = "report.zip"
}

resource "google_storage_bucket_object" "report" {
  name   = "report.zip"
  bucket = "shop-sources"
  source = data.archive_file.report.output_path
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
        object = google_storage_bucket_object.report.name
      }
    }
  }

  service_config {
    max_instance_count    = 5
    ingress_settings      = "ALLOW_INTERNAL_ONLY"
    service_account_email = google_service_account.report.email
  }
}

resource "google_storage_bucket_iam_member" "report" {
  bucket = "shop-orders"
  role   = "roles/storage.objectAdmin"
  member = google_service_account.report.member
}
