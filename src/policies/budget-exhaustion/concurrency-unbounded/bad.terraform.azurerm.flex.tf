resource "azurerm_function_app_flex_consumption" "orders" {
  name                = "shop-orders"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.shop.id
  runtime_name        = "node"
  runtime_version     = "24"

  site_config {
    application_insights_connection_string = azurerm_application_insights.shop.connection_string
  }
}

resource "azurerm_service_plan" "shop" {
  name                = "shop"
  resource_group_name = "shop"
  location            = "westeurope"
  os_type             = "Linux"
  sku_name            = "FC1"
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
  function_app_id = azurerm_function_app_flex_consumption.orders.id
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
