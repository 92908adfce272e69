resource "azurerm_storage_account" "exports" {
  name                            = "exports"
  resource_group_name             = "shop"
  location                        = "westeurope"
  account_tier                    = "Standard"
  account_replication_type        = "LRS"
  allow_nested_items_to_be_public = false
  min_tls_version                 = "TLS1_2"
}
resource "azurerm_storage_management_policy" "end" {
  storage_account_id = azurerm_storage_account.exports.id

  rule {
    name    = "end"
    enabled = true

    filters {
      blob_types = ["blockBlob"]
    }

    actions {
      base_blob {
        delete_after_days_since_modification_greater_than = 30
      }
    }
  }
}
