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

resource "azurerm_api_management_api" "orders" {
  name                = "orders"
  resource_group_name = "shop"
  api_management_name = azurerm_api_management.shop.name
  revision            = "1"
  display_name        = "Orders"
  path                = "orders"
  protocols           = ["https"]
  service_url         = "https://orders.shop.example"
}

resource "azurerm_api_management_api_policy" "orders" {
  api_name            = azurerm_api_management_api.orders.name
  api_management_name = azurerm_api_management.shop.name
  resource_group_name = "shop"

  xml_content = <<-XML
    <policies>
      <inbound>
        <base />
        <rate-limit-by-key calls="100" renewal-period="60" counter-key="@(context.Subscription.Id)" />
      </inbound>
    </policies>
  XML
}
