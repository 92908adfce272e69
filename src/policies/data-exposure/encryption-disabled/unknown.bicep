param encryptionState string

resource server 'Microsoft.Sql/servers@2023-08-01' existing = {
  name: 'orders-server'
}

resource orders 'Microsoft.Sql/servers/databases@2023-08-01' = {
  parent: server
  name: 'orders'
  location: resourceGroup().location
  sku: {
    name: 'GP_S_Gen5_1'
  }

  resource encryption 'transparentDataEncryption' = {
    name: 'current'
    properties: {
      state: encryptionState
    }
  }
}
