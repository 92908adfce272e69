resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: 'orders-insights'
}

resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: 'orders-app'
  location: resourceGroup().location
  kind: 'functionapp,linux'
  properties: {
    httpsOnly: true
    siteConfig: {
      appSettings: [
        {
          name: 'APPLICATIONINSIGHTS_CONNECTION_STRING'
          value: insights.properties.ConnectionString
        }
        {
          name: 'NODE_ENV'
          value: 'development'
        }
      ]
    }
  }
}
