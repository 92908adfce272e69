resource "google_storage_bucket" "invoices" {
  name     = "shop-invoices"
  location = "EU"
}

resource "google_storage_bucket_iam_member" "readers" {
  bucket = google_storage_bucket.invoices.name
  role   = "roles/storage.objectViewer"
  member = var.reader
}

variable "reader" {
  type = string
}
