resource "azurerm_storage_container" "invoices" {
  name                  = "invoices"
  storage_account_id    = azurerm_storage_account.shop.id
  container_access_type = var.access
}

resource "azurerm_storage_account" "shop" {
  name                            = "shop"
  resource_group_name             = "shop"
  location                        = "westeurope"
  account_tier                    = "Standard"
  account_replication_type        = "LRS"
  allow_nested_items_to_be_public = var.public
}

variable "access" {
  type = string
}

variable "public" {
  type = bool
}
