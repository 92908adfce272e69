resource "azurerm_linux_function_app" "orders" {
  name                = "shop-orders"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.shop.id

  app_settings = {
    APPLICATIONINSIGHTS_CONNECTION_STRING            = azurerm_application_insights.shop.connection_string
    AzureFunctionsJobHost__logging__logLevel__default = "None"
  }

  site_config {
    app_scale_limit = 20

    application_stack {
      node_version = "24"
    }
  }
}

resource "azurerm_service_plan" "shop" {
  name                = "shop"
  resource_group_name = "shop"
  location            = "westeurope"
  os_type             = "Linux"
  sku_name            = "Y1"
}

resource "azurerm_application_insights" "shop" {
  name                = "shop"
  resource_group_name = "shop"
  location            = "westeurope"
  application_type    = "web"
  retention_in_days   = 90
}
