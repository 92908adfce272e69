resource "google_service_account" "place_order" {
  account_id = "place-order"
}

resource "google_workflows_workflow" "place_order" {
  name            = "place-order"
  region          = "europe-west1"
  service_account = google_service_account.place_order.id
  source_contents = <<-EOT
    main:
      params: [order]
      steps:
        - charge:
            call: http.post
            args:
              url: ${var.payments}/charges
              body: $${order}
            result: charge
        - ship:
            call: http.post
            args:
              url: https://shipping.example.com/orders
              body: $${order}
  EOT
}

variable "payments" {
  type = string
}
