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

resource "google_monitoring_alert_policy" "orders_fail" {
  display_name          = "Orders fail"
  combiner              = "OR"
  notification_channels = ["projects/shop/notificationChannels/1234"]

  conditions {
    display_name = "More than one failure a minute"

    condition_threshold {
      filter          = "metric.type=\"run.googleapis.com/request_count\" AND resource.label.service_name=\"${google_cloud_run_v2_service.orders.name}\""
      comparison      = "COMPARISON_GT"
      duration        = "60s"
      threshold_value = 1
    }
  }
}
