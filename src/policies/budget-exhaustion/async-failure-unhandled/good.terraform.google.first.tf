resource "google_storage_bucket" "images" {
  name                     = "shop-images"
  location                 = "EU"
  public_access_prevention = "enforced"
}

resource "google_cloudfunctions_function" "thumbnails" {
  name          = "thumbnails"
  runtime       = "nodejs24"
  entry_point   = "shrink"
  max_instances = 5

  event_trigger {
    event_type = "google.storage.object.finalize"
    resource   = google_storage_bucket.images.name
  }
}
