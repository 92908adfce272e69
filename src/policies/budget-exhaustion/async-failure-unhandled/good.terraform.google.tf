resource "google_pubsub_topic" "orders" {
  name = "orders"
}

resource "google_cloudfunctions2_function" "orders" {
  name     = "orders"
  location = "europe-west1"

  build_config {
    runtime     = "nodejs24"
    entry_point = "order"
  }

  service_config {
    max_instance_count = 20
  }
}

resource "google_pubsub_topic" "dead_orders" {
  name = "dead-orders"
}

resource "google_pubsub_subscription" "orders" {
  name  = "orders"
  topic = google_pubsub_topic.orders.id

  push_config {
    push_endpoint = google_cloudfunctions2_function.orders.service_config[0].uri
  }

  dead_letter_policy {
    dead_letter_topic     = google_pubsub_topic.dead_orders.id
    max_delivery_attempts = 5
  }
}
