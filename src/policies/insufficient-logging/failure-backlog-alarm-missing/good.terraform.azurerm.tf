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

resource "azurerm_servicebus_namespace" "shop" {
  name                = "shop"
  resource_group_name = "shop"
  location            = "westeurope"
  sku                 = "Standard"
}

resource "azurerm_servicebus_queue" "orders" {
  name               = "orders"
  namespace_id       = azurerm_servicebus_namespace.shop.id
  max_delivery_count = 5
}

resource "azurerm_function_app_function" "order" {
  name            = "order"
  function_app_id = azurerm_linux_function_app.orders.id
  language        = "Javascript"

  config_json = jsonencode({
    bindings = [
      {
        connection = "SHOP_BUS"
        direction  = "in"
        name       = "order"
        queueName  = azurerm_servicebus_queue.orders.name
        type       = "serviceBusTrigger"
      },
    ]
  })
}

resource "azurerm_monitor_metric_alert" "backlog" {
  name                = "orders-backlog"
  resource_group_name = "shop"
  scopes              = [azurerm_servicebus_namespace.shop.id]

  criteria {
    metric_namespace = "Microsoft.ServiceBus/namespaces"
    metric_name      = "DeadletteredMessages"
    aggregation      = "Maximum"
    operator         = "GreaterThan"
    threshold        = 0
  }

  action {
    action_group_id = "/subscriptions/0/resourceGroups/shop/providers/Microsoft.Insights/actionGroups/on-call"
  }
}
