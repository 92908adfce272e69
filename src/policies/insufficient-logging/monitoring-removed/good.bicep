resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'orders-insights'
  location: resourceGroup().location
  kind: 'web'
  properties: {
    Application_Type: 'web'
  }
}

resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: 'orders-app'
  location: resourceGroup().location
  kind: 'functionapp,linux'
  properties: {
    httpsOnly: true
    siteConfig: {
      linuxFxVersion: 'Node|24'
      appSettings: [
        {
          name: 'FUNCTIONS_EXTENSION_VERSION'
          value: '~4'
        }
        {
          name: 'APPLICATIONINSIGHTS_CONNECTION_STRING'
          value: insights.properties.ConnectionString
        }
      ]
    }
  }
}
