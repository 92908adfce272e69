resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: 'orders-insights'
}

resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: 'orders-app'
  location: resourceGroup().location
  kind: 'functionapp,linux'
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    httpsOnly: true
    siteConfig: {
      appSettings: [
        {
          name: 'APPLICATIONINSIGHTS_CONNECTION_STRING'
          value: insights.properties.ConnectionString
        }
        {
          name: 'FUNCTIONS_WORKER_RUNTIME'
          value: 'dotnet-isolated'
        }
      ]
      functionAppScaleLimit: 20
      netFrameworkVersion: 'v10.0'
    }
  }
}
