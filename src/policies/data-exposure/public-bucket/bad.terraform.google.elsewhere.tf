data "google_storage_bucket" "invoices" {
  name = "shop-invoices"
}

resource "google_storage_bucket_iam_binding" "writers" {
  bucket  = data.google_storage_bucket.invoices.name
  role    = "roles/storage.objectCreator"
  members = ["allUsers"]
}
