resource "azurerm_linux_function_app" "orders" {
  name                = "orders"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.orders.id

  app_settings = {
    NODE_ENV = "production"
  }

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

resource "azurerm_service_plan" "orders" {
  name                = "orders"
  resource_group_name = "shop"
  location            = "westeurope"
  os_type             = "Linux"
  sku_name            = "Y1"
}
