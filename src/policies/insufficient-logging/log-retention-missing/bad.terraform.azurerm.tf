variable "environment" {
  type    = string
  default = "production"
}

resource "azurerm_log_analytics_workspace" "shop" {
  name                = "shop"
  resource_group_name = "shop"
  location            = "westeurope"
  sku                 = "Free"
  retention_in_days   = 7
}
