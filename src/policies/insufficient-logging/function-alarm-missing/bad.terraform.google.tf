resource "google_cloudfunctions2_function" "orders" {
  name     = "orders"
  location = "europe-west1"

  build_config {
    runtime     = "nodejs24"
    entry_point = "orders"
  }

  service_config {
    max_instance_count    = 20
    ingress_settings      = "ALLOW_INTERNAL_ONLY"
    service_account_email = "orders@example-project.iam.gserviceaccount.com"
  }
}

resource "google_monitoring_alert_policy" "errors" {
  display_name          = "errors"
  combiner              = "OR"
  enabled               = false
  notification_channels = ["projects/example-project/notificationChannels/1"]

  conditions {
    display_name = "errors"

    condition_threshold {
      filter          = "resource.type = \"cloud_function\" AND metric.type = \"cloudfunctions.googleapis.com/function/execution_count\""
      comparison      = "COMPARISON_GT"
      threshold_value = 0
      duration        = "0s"
    }
  }
}
