resource "google_bigquery_dataset" "orders" {
  dataset_id = "orders"
  location   = "EU"

  access {
    role          = "OWNER"
    user_by_email = "reports@shop.iam.gserviceaccount.com"
  }

  access {
    role          = "READER"
    special_group = "allAuthenticatedUsers"
  }
}
