resource "google_service_account" "export" {
  account_id = "export"
}

resource "google_cloud_run_v2_service" "export" {
  name     = "export"
  location = "europe-west1"

  template {
    service_account = google_service_account.export.email

    scaling {
      max_instance_count = 3
    }

    containers {
      image = "europe-west1-docker.pkg.dev/shop/images/export@sha256:9f5d0c1b8a7e6f4d3c2b1a0987654321fedcba9876543210abcdef0123456789"
    }
  }
}

resource "google_project_iam_member" "export" {
  project = "shop"
  role    = "roles/bigquery.admin"
  member  = google_service_account.export.member
}

resource "google_cloud_run_v2_service_iam_member" "callers" {
  name     = google_cloud_run_v2_service.export.name
  location = google_cloud_run_v2_service.export.location
  role     = "roles/run.invoker"
  member   = var.caller
}

variable "caller" {
  type = string
}
