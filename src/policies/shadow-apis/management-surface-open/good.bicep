resource plan 'Microsoft.Web/serverfarms@2024-04-01' existing = {
  name: 'shop-plan'
}

resource orders 'Microsoft.Web/sites@2024-04-01' = {
  name: 'shop-orders'
  location: resourceGroup().location
  kind: 'functionapp,linux'
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    siteConfig: {
      functionAppScaleLimit: 20
      linuxFxVersion: 'Node|24'
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      remoteDebuggingEnabled: false
    }
  }
}

resource deployment 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: orders
  name: 'scm'
  properties: {
    allow: false
  }
}
