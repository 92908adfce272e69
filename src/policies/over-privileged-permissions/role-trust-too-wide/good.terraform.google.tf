resource "google_iam_workload_identity_pool" "deploy" {
  workload_identity_pool_id = "deploy"
}

resource "google_iam_workload_identity_pool_provider" "github" {
  workload_identity_pool_id          = google_iam_workload_identity_pool.deploy.workload_identity_pool_id
  workload_identity_pool_provider_id = "github"

  attribute_mapping = {
    "google.subject" = "assertion.sub"
  }
  attribute_condition = "assertion.repository_owner == 'example'"

  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}

resource "google_cloudfunctions2_function" "report" {
  name     = "report"
  location = "europe-west1"

  build_config {
    runtime     = "nodejs24"
    entry_point = "report"
  }

  service_config {
    ingress_settings      = "ALLOW_INTERNAL_ONLY"
    max_instance_count    = 20
    service_account_email = google_service_account.report.email
  }
}

resource "google_service_account" "report" {
  account_id = "report"
}
