variable "open" {
  type = bool
}

variable "ftps" {
  type = string
}

resource "azurerm_linux_function_app" "orders" {
  name                                           = "shop-orders"
  resource_group_name                            = "shop"
  location                                       = "westeurope"
  service_plan_id                                = var.plan
  storage_account_name                           = "shopfunctions"
  storage_uses_managed_identity                  = true
  https_only                                     = true
  webdeploy_publish_basic_authentication_enabled = var.open

  identity {
    type = "SystemAssigned"
  }

  site_config {
    app_scale_limit          = 20
    ftps_state               = var.ftps
    remote_debugging_enabled = var.open

    application_stack {
      node_version = "24"
    }
  }
}

variable "plan" {
  type = string
}
