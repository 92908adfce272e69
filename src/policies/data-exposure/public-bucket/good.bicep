resource store 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'ordersfiles'
  location: resourceGroup().location
  kind: 'StorageV2'
  sku: {
    name: 'Standard_LRS'
  }
  properties: {
    minimumTlsVersion: 'TLS1_2'
    allowBlobPublicAccess: false
  }
}
