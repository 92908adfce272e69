resource "azurerm_linux_function_app" "orders" {
  name                = "shop-orders"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = var.plan

  identity {
    type = "SystemAssigned"
  }

  site_config {
    application_insights_connection_string = azurerm_application_insights.shop.connection_string

    application_stack {
      node_version = "24"
    }
  }
}

resource "azurerm_application_insights" "shop" {
  name                = "shop"
  resource_group_name = "shop"
  location            = "westeurope"
  application_type    = "web"
  retention_in_days   = 90
}

resource "azurerm_function_app_function" "report" {
  name            = "report"
  function_app_id = azurerm_linux_function_app.orders.id
  language        = "Javascript"

  config_json = jsonencode({
    bindings = [
      {
        authLevel = "anonymous"
        direction = "in"
        methods   = ["get"]
        name      = "req"
        type      = "httpTrigger"
      },
      {
        direction = "out"
        name      = "$return"
        type      = "http"
      },
    ]
  })
}

variable "plan" {
  type = string
}
