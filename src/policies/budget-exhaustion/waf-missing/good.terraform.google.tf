resource "google_cloud_run_v2_service" "orders" {
  name     = "orders"
  location = "europe-west1"
  ingress  = "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER"

  template {
    scaling {
      max_instance_count = 20
    }

    containers {
      image = "europe-west1-docker.pkg.dev/shop/images/orders@sha256:9f5d0c1b8a7e6f4d3c2b1a0987654321fedcba9876543210abcdef0123456789"
    }
  }
}

resource "google_cloud_run_v2_service_iam_member" "callers" {
  name   = google_cloud_run_v2_service.orders.name
  role   = "roles/run.invoker"
  member = "allUsers"
}

resource "google_compute_region_network_endpoint_group" "orders" {
  name                  = "orders"
  region                = "europe-west1"
  network_endpoint_type = "SERVERLESS"

  cloud_run {
    service = google_cloud_run_v2_service.orders.name
  }
}

resource "google_compute_security_policy" "limits" {
  name = "limits"
}

resource "google_compute_backend_service" "orders" {
  name            = "orders"
  security_policy = google_compute_security_policy.limits.id

  backend {
    group = google_compute_region_network_endpoint_group.orders.id
  }
}
