resource "azurerm_api_management_api" "orders" {
  name                  = "orders"
  api_management_name   = "shop-gateway"
  resource_group_name   = "shop"
  revision              = "1"
  display_name          = "Orders"
  path                  = "shop"
  protocols             = ["https"]
  subscription_required = true
}

resource "azurerm_api_management_api_operation" "list" {
  operation_id        = "list"
  api_name            = azurerm_api_management_api.orders.name
  api_management_name = "shop-gateway"
  resource_group_name = "shop"
  display_name        = "List"
  method              = "GET"
  url_template        = "/orders"
}

resource "azurerm_api_management_api_operation" "place" {
  operation_id        = "place"
  api_name            = azurerm_api_management_api.orders.name
  api_management_name = "shop-gateway"
  resource_group_name = "shop"
  display_name        = "Place"
  method              = "POST"
  url_template        = "/orders"
}

resource "azurerm_api_management_api_operation" "read" {
  operation_id        = "read"
  api_name            = azurerm_api_management_api.orders.name
  api_management_name = "shop-gateway"
  resource_group_name = "shop"
  display_name        = "Read"
  method              = "GET"
  url_template        = "/orders/{id}"
}

resource "azurerm_api_management_api_operation" "cancel" {
  operation_id        = "cancel"
  api_name            = azurerm_api_management_api.orders.name
  api_management_name = "shop-gateway"
  resource_group_name = "shop"
  display_name        = "Cancel"
  method              = "DELETE"
  url_template        = "/orders/{id}"
}
