resource "azurerm_function_app" "orders" {
  name                = "shop-orders"
  resource_group_name = "shop"
  location            = "westeurope"
  app_service_plan_id = azurerm_service_plan.shop.id

  site_config {
    app_scale_limit = 20
  }
}

resource "azurerm_service_plan" "shop" {
  name                = "shop"
  resource_group_name = "shop"
  location            = "westeurope"
  os_type             = "Linux"
  sku_name            = "Y1"
}
