resource "google_pubsub_topic" "orders" {
  name = "orders"
}

resource "google_service_account" "orders" {
  account_id = "orders"
}

resource "google_pubsub_topic" "shipments" {
  name = "shipments"
}

resource "google_pubsub_topic_iam_member" "orders" {
  topic  = google_pubsub_topic.shipments.name
  role   = "roles/pubsub.publisher"
  member = "serviceAccount:${google_service_account.orders.email}"
}

resource "google_cloudfunctions_function" "orders" {
  name                  = "orders"
  runtime               = "nodejs24"
  entry_point           = "order"
  max_instances         = 20
  service_account_email = google_service_account.orders.email

  event_trigger {
    event_type = "google.pubsub.topic.publish"
    resource   = google_pubsub_topic.orders.id
  }
}
