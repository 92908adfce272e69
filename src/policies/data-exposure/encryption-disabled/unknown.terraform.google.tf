resource "google_kms_key_ring" "orders" {
  name     = "orders"
  location = "europe-west1"
}

resource "google_kms_crypto_key" "orders" {
  name     = "orders"
  key_ring = google_kms_key_ring.orders.id
  purpose  = var.purpose
}

resource "google_firestore_database" "orders" {
  name        = "orders"
  location_id = "europe-west1"
  type        = "FIRESTORE_NATIVE"
}

resource "google_cloud_run_v2_service" "orders" {
  name     = "orders"
  location = "europe-west1"

  template {
    containers {
      image = "europe-west1-docker.pkg.dev/shop/shop/orders@sha256:4cba8a1c5d1d37a4b0b2d4ff5b5b7a7c5a4b0b2d4ff5b5b7a7c5a4b0b2d4ff5b"
    }
  }
}

variable "purpose" {
  type = string
}
