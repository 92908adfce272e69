resource exports 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'exports'
  location: resourceGroup().location
  kind: 'StorageV2'
  sku: {
    name: 'Standard_LRS'
  }
  properties: {
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
  }
}
resource end 'Microsoft.Storage/storageAccounts/managementPolicies@2023-05-01' = {
  parent: exports
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'end'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: ['blockBlob']
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: 30
                }
              }
            }
          }
        }
      ]
    }
  }
}
