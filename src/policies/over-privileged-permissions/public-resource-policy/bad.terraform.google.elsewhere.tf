data "google_cloud_run_v2_service" "orders" {
  name     = "orders"
  location = "europe-west1"
}

resource "google_cloud_run_v2_service_iam_member" "callers" {
  name   = data.google_cloud_run_v2_service.orders.name
  role   = "roles/run.invoker"
  member = "allUsers"
}
