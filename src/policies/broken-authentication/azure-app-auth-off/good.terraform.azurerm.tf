resource "azurerm_linux_function_app" "orders" {
  name                = "orders"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.orders.id
  https_only          = true

  identity {
    type = "SystemAssigned"
  }

  site_config {
    app_scale_limit = 20

    application_stack {
      node_version = "24"
    }
  }

  auth_settings_v2 {
    auth_enabled           = true
    require_authentication = true
    unauthenticated_action = "Return401"

    active_directory_v2 {
      client_id            = "5f8b1c2e-0000-4000-8000-000000000000"
      tenant_auth_endpoint = "https://login.microsoftonline.com/common/v2.0"
    }

    login {}
  }
}

resource "azurerm_service_plan" "orders" {
  name                = "orders"
  resource_group_name = "shop"
  location            = "westeurope"
  os_type             = "Linux"
  sku_name            = "Y1"
}
