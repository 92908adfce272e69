resource plan 'Microsoft.Web/serverfarms@2024-04-01' existing = {
  name: 'shop-plan'
}

resource stockInternal 'Microsoft.Web/sites@2024-04-01' = {
  name: 'stock-internal'
  location: resourceGroup().location
  kind: 'functionapp,linux'
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    publicNetworkAccess: 'Disabled'
    siteConfig: {
      functionAppScaleLimit: 20
      linuxFxVersion: 'Node|24'
      minTlsVersion: '1.2'
    }
  }
}
