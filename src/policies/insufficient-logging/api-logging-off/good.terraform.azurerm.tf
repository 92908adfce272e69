resource "azurerm_api_management" "shop" {
  name                = "shop"
  resource_group_name = "shop"
  location            = "westeurope"
  publisher_name      = "Shop"
  publisher_email     = "api@shop.example"
  sku_name            = "Developer_1"
}

resource "azurerm_monitor_diagnostic_setting" "gateway" {
  name                       = "gateway"
  target_resource_id         = azurerm_api_management.shop.id
  log_analytics_workspace_id = "/subscriptions/0000/resourceGroups/shop/providers/Microsoft.OperationalInsights/workspaces/shop"

  enabled_log {
    category = "GatewayLogs"
  }
}
