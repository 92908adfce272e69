resource "azurerm_linux_function_app" "orders" {
  name                = "shop-orders"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.shop.id

  identity {
    type = "SystemAssigned"
  }

  site_config {
    app_scale_limit               = 20
    ip_restriction_default_action = "Deny"

    ip_restriction {
      name        = "gateway"
      priority    = 100
      action      = "Allow"
      service_tag = "ApiManagement"
    }

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
  service_url         = "https://${azurerm_linux_function_app.orders.default_hostname}/api"
}

resource "azurerm_api_management_api_operation" "create" {
  operation_id        = "create-order"
  api_name            = azurerm_api_management_api.orders.name
  api_management_name = azurerm_api_management.shop.name
  resource_group_name = "shop"
  display_name        = "Create an order"
  method              = "POST"
  url_template        = "/orders"
}

resource "azurerm_api_management_api_policy" "orders" {
  api_name            = azurerm_api_management_api.orders.name
  api_management_name = azurerm_api_management.shop.name
  resource_group_name = "shop"

  xml_content = <<-XML
    <policies>
      <inbound>
        <base />
        <rate-limit calls="100" renewal-period="60" />
        <validate-content unspecified-content-type-action="prevent" max-size="102400" size-exceeded-action="prevent" errors-variable-name="errors">
          <content type="application/json" validate-as="json" action="prevent" />
        </validate-content>
      </inbound>
    </policies>
  XML
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
