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
  name                            = "shopimages"
  resource_group_name             = "shop"
  location                        = "westeurope"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
}

resource "azurerm_storage_container" "images" {
  name                  = "images"
  storage_account_id    = azurerm_storage_account.shop.id
  container_access_type = "private"
}

resource "azurerm_storage_container" "thumbnails" {
  name                  = "thumbnails"
  storage_account_id    = azurerm_storage_account.shop.id
  container_access_type = "private"
}

resource "azurerm_function_app_function" "shrink" {
  name            = "shrink"
  function_app_id = azurerm_linux_function_app.orders.id
  language        = "Javascript"

  config_json = jsonencode({
    bindings = [
      {
        connection = "AzureWebJobsStorage"
        direction  = "in"
        name       = "image"
        path       = "images/{name}"
        type       = "blobTrigger"
      },
      {
        connection = "AzureWebJobsStorage"
        direction  = "out"
        name       = "thumbnail"
        path       = "thumbnails/{name}"
        type       = "blob"
      },
    ]
  })
}
