resource "google_billing_budget" "monthly" {
  billing_account = "000000-000000-000000"
  display_name    = "monthly"

  amount {
    specified_amount {
      currency_code = "EUR"
      units         = "500"
    }
  }
}
