resource "azurerm_linux_function_app" "orders" {
  name                = "orders"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.orders.id
  https_only          = true

  app_settings = {
    OrdersStorage = azurerm_storage_account.orders.primary_connection_string
  }

  site_config {
    app_scale_limit     = 20
    minimum_tls_version = "1.2"

    application_stack {
      node_version = "24"
    }
  }
}

resource "azurerm_storage_account" "orders" {
  name                            = "ordersstore"
  resource_group_name             = "shop"
  location                        = "westeurope"
  account_tier                    = "Standard"
  account_replication_type        = "LRS"
  allow_nested_items_to_be_public = false
  min_tls_version                 = "TLS1_2"
}

resource "azurerm_service_plan" "orders" {
  name                = "orders"
  resource_group_name = "shop"
  location            = "westeurope"
  os_type             = "Linux"
  sku_name            = "Y1"
}
