resource "google_cloud_run_v2_service" "orders" {
  name     = "orders"
  location = "europe-west1"
  ingress  = "INGRESS_TRAFFIC_INTERNAL_ONLY"

  template {
    service_account = "orders@example-project.iam.gserviceaccount.com"

    scaling {
      max_instance_count = 20
    }

    containers {
      image = "europe-west1-docker.pkg.dev/shop/images/orders@sha256:9f5d0c1b8a7e6f4d3c2b1a0987654321fedcba9876543210abcdef0123456789"
    }
  }
}
