data "archive_file" "tenants" {
  type        = "zip"
  source_dir  = "${path.module}/tenants"
  output_path = "tenants.zip"
}

resource "google_storage_bucket_object" "tenants" {
  name   = "tenants.zip"
  bucket = "shop-sources"
  source = data.archive_file.tenants.output_path
}

resource "google_service_account" "tenants" {
  account_id = "tenants"
}

resource "google_cloudfunctions2_function" "tenants" {
  name     = "tenants"
  location = "europe-west1"

  build_config {
    runtime     = "nodejs24"
    entry_point = "read"

    source {
      storage_source {
        bucket = "shop-sources"
        object = google_storage_bucket_object.tenants.name
      }
    }
  }

  service_config {
    max_instance_count    = 5
    ingress_settings      = "ALLOW_INTERNAL_ONLY"
    service_account_email = google_service_account.tenants.email
  }
}
