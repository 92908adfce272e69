resource "azurerm_linux_function_app" "orders" {
  name                = "orders"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.orders.id

  app_settings = {
    ORDERS_TABLE = "orders"
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

data "azurerm_subscription" "shop" {}

resource "azurerm_role_assignment" "orders" {
  scope                = data.azurerm_subscription.shop.id
  role_definition_name = var.role
  principal_id         = azurerm_linux_function_app.orders.identity[0].principal_id
}

variable "role" {
  type = string
}
