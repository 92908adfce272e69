resource "azurerm_linux_function_app" "stock_internal" {
  name                       = "stock-internal"
  resource_group_name        = "shop"
  location                   = "westeurope"
  service_plan_id            = var.plan
  storage_account_name       = "shopfunctions"
  storage_uses_managed_identity = true
  https_only                 = true
  public_network_access_enabled = false

  identity {
    type = "SystemAssigned"
  }

  site_config {
    app_scale_limit = 20

    application_stack {
      node_version = "24"
    }
  }
}

variable "plan" {
  type = string
}
