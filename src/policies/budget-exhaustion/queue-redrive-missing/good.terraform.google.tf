resource "google_pubsub_topic" "orders" {
  name = "orders"
}

resource "google_pubsub_topic" "dead_orders" {
  name = "dead-orders"
}

resource "google_pubsub_subscription" "orders" {
  name                 = "orders"
  topic                = google_pubsub_topic.orders.id
  ack_deadline_seconds = 60

  push_config {
    push_endpoint = google_cloud_run_v2_service.orders.uri
  }

  dead_letter_policy {
    dead_letter_topic     = google_pubsub_topic.dead_orders.id
    max_delivery_attempts = 5
  }
}

resource "google_cloud_run_v2_service" "orders" {
  name     = "orders"
  location = "europe-west1"

  template {
    scaling {
      max_instance_count = 20
    }

    containers {
      image = "europe-west1-docker.pkg.dev/shop/images/orders@sha256:9f5d0c1b8a7e6f4d3c2b1a0987654321fedcba9876543210abcdef0123456789"
    }
  }
}
