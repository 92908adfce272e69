variable "policy" {
  type = string
}

resource "google_compute_ssl_policy" "shop" {
  name            = "shop"
  profile         = "MODERN"
  min_tls_version = var.policy
}
