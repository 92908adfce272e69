resource "google_storage_bucket" "invoices" {
  name     = "shop-invoices"
  location = "EU"
}

resource "google_storage_bucket_access_control" "readers" {
  bucket = google_storage_bucket.invoices.name
  entity = "allUsers"
  role   = "READER"
}
