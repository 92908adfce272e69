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

resource "azurerm_storage_account" "shop" {
  name                            = "shoporders"
  resource_group_name             = "shop"
  location                        = "westeurope"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
}

resource "azurerm_storage_queue" "orders" {
  name               = "orders"
  storage_account_id = azurerm_storage_account.shop.id
}

resource "azurerm_storage_queue" "shipments" {
  name               = "shipments"
  storage_account_id = azurerm_storage_account.shop.id
}

resource "azurerm_function_app_function" "order" {
  name            = "order"
  function_app_id = azurerm_linux_function_app.orders.id
  language        = "Javascript"

  config_json = jsonencode({
    bindings = [
      {
        connection = "AzureWebJobsStorage"
        direction  = "in"
        name       = "order"
        queueName  = azurerm_storage_queue.orders.name
        type       = "queueTrigger"
      },
      {
        connection = "AzureWebJobsStorage"
        direction  = "out"
        name       = "next"
        queueName  = azurerm_storage_queue.shipments.name
        type       = "queue"
      },
    ]
  })
}
