resource "google_storage_bucket" "exports" {
  name                     = "shop-exports"
  location                 = "EU"
  public_access_prevention = "enforced"
}
