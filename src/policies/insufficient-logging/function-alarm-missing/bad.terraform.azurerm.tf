resource "azurerm_linux_function_app" "orders" {
  name                                   = "shop-orders"
  resource_group_name                    = "shop"
  location                               = "westeurope"
  service_plan_id                        = "/subscriptions/0/resourceGroups/shop/providers/Microsoft.Web/serverFarms/shop"
  storage_account_name                   = "shoporders"
  storage_uses_managed_identity          = true
  https_only                             = true

  identity {
    type = "SystemAssigned"
  }

  site_config {
    app_scale_limit                        = 20
    minimum_tls_version                    = "1.2"
    application_insights_connection_string = "InstrumentationKey=00000000-0000-0000-0000-000000000000"
    application_stack {
      node_version = "24"
    }
  }
}

resource "azurerm_monitor_metric_alert" "errors" {
  name                = "orders-errors"
  resource_group_name = "shop"
  scopes              = [azurerm_linux_function_app.orders.id]
  enabled             = false

  criteria {
    metric_namespace = "Microsoft.Web/sites"
    metric_name      = "Http5xx"
    aggregation      = "Total"
    operator         = "GreaterThan"
    threshold        = 0
  }

  action {
    action_group_id = "/subscriptions/0/resourceGroups/shop/providers/Microsoft.Insights/actionGroups/on-call"
  }
}
