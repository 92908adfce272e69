resource "azurerm_linux_function_app" "orders" {
  name                = "shop-orders"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.shop.id

  identity {
    type = "SystemAssigned"
  }

  site_config {
    app_scale_limit = 20
    application_insights_connection_string = azurerm_application_insights.shop.connection_string

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

resource "azurerm_cdn_frontdoor_origin" "orders" {
  name                           = "orders"
  cdn_frontdoor_origin_group_id  = "/subscriptions/0000/resourceGroups/shop/providers/Microsoft.Cdn/profiles/shop/originGroups/orders"
  host_name                      = azurerm_linux_function_app.orders.default_hostname
  origin_host_header             = azurerm_linux_function_app.orders.default_hostname
  certificate_name_check_enabled = true
}
