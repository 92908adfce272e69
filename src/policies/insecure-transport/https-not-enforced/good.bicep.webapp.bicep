resource shop 'Microsoft.Web/sites@2024-04-01' = {
  name: 'shop-front'
  location: resourceGroup().location
  kind: 'app,linux'
  properties: {
    httpsOnly: true
  }
}
