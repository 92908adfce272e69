resource "google_storage_bucket" "exports" {
  name                     = "shop-exports"
  location                 = "EU"
  public_access_prevention = "enforced"
  lifecycle_rule {
    action {
      type = "Delete"
    }

    condition {
      age = 30
    }
  }
}
