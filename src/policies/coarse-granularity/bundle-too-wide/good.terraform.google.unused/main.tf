data "archive_file" "orders" {
  type        = "zip"
  source_dir  = "${path.module}/orders"
  output_path = "orders.zip"
}

resource "google_storage_bucket_object" "orders" {
  name   = "orders.zip"
  bucket = "shop-sources"
  source = data.archive_file.orders.output_path
}

resource "google_service_account" "orders" {
  account_id = "orders"
}

resource "google_cloudfunctions2_function" "orders" {
  name     = "orders"
  location = "europe-west1"

  build_config {
    runtime     = "nodejs24"
    entry_point = "place"

    source {
      storage_source {
        bucket = "shop-sources"
        object = google_storage_bucket_object.orders.name
      }
    }
  }

  service_config {
    max_instance_count    = 5
    ingress_settings      = "ALLOW_INTERNAL_ONLY"
    service_account_email = google_service_account.orders.email
  }
}
