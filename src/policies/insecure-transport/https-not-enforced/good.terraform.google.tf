resource "google_cloudfunctions_function" "orders" {
  name                         = "orders"
  runtime                      = "nodejs22"
  entry_point                  = "orders"
  trigger_http                 = true
  max_instances                = 20
  service_account_email        = google_service_account.orders.email
  https_trigger_security_level = "SECURE_ALWAYS"
}

resource "google_service_account" "orders" {
  account_id = "orders"
}
