resource "google_cloudfunctions_function" "orders" {
  name          = "orders"
  runtime       = "nodejs24"
  entry_point   = "order"
  max_instances = 20
  trigger_http  = true
}

resource "google_cloudfunctions_function_iam_member" "callers" {
  cloud_function = google_cloudfunctions_function.orders.name
  role           = "roles/cloudfunctions.invoker"
  member         = "allUsers"
}
