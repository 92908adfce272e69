resource "google_storage_bucket" "images" {
  name                        = "shop-images"
  location                    = "EU"
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"
}

resource "google_service_account" "thumbnails" {
  account_id = "thumbnails"
}

resource "google_storage_bucket_iam_member" "thumbnails" {
  bucket = var.bucket
  role   = "roles/storage.objectAdmin"
  member = google_service_account.thumbnails.member
}

resource "google_cloudfunctions2_function" "thumbnails" {
  name     = "thumbnails"
  location = "europe-west1"

  build_config {
    runtime     = "nodejs24"
    entry_point = "shrink"
  }

  service_config {
    max_instance_count    = 5
    service_account_email = google_service_account.thumbnails.email
  }

  event_trigger {
    event_type            = "google.cloud.storage.object.v1.finalized"
    service_account_email = google_service_account.thumbnails.email

    event_filters {
      attribute = "bucket"
      value     = google_storage_bucket.images.name
    }
  }
}

variable "bucket" {
  type = string
}
