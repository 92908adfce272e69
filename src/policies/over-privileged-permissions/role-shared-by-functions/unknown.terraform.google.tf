resource "google_service_account" "shop" {
  account_id = "shop"
}

resource "google_storage_bucket_iam_member" "shop" {
  bucket = "shop-orders"
  role   = "roles/storage.objectUser"
  member = google_service_account.shop.member
}

resource "google_cloudfunctions2_function" "orders" {
  name     = "orders"
  location = "europe-west1"

  build_config {
    runtime     = "nodejs24"
    entry_point = "order"
  }

  service_config {
    max_instance_count    = 20
    service_account_email = var.service_account
  }
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
    service_account_email = var.service_account
  }
}

variable "service_account" {
  type = string
}
