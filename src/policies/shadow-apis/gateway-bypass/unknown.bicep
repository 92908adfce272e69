param rulesOfApp array

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: 'orders-logs'
}

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
      ]
      functionAppScaleLimit: 20
      ipSecurityRestrictions: rulesOfApp
    }
  }
}

resource gateway 'Microsoft.ApiManagement/service@2023-05-01-preview' = {
  name: 'orders-gateway'
  location: resourceGroup().location
  sku: {
    name: 'BasicV2'
    capacity: 1
  }
  properties: {
    publisherEmail: 'api@example.com'
    publisherName: 'Orders'
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: gateway
  name: 'to-logs'
  properties: {
    workspaceId: logs.id
    logs: [
      {
        categoryGroup: 'allLogs'
        enabled: true
      }
    ]
  }
}

resource api 'Microsoft.ApiManagement/service/apis@2023-05-01-preview' = {
  parent: gateway
  name: 'orders'
  properties: {
    displayName: 'Orders'
    path: 'orders'
    protocols: [
      'https'
    ]
    subscriptionRequired: true
    serviceUrl: 'https://${app.properties.defaultHostName}/api'
  }
}

resource rules 'Microsoft.ApiManagement/service/apis/policies@2023-05-01-preview' = {
  parent: api
  name: 'policy'
  properties: {
    format: 'rawxml'
    value: '''
<policies>
  <inbound>
    <base />
    <rate-limit-by-key calls="100" renewal-period="60" counter-key="@(context.Request.IpAddress)" />
  </inbound>
  <backend>
    <base />
  </backend>
  <outbound>
    <base />
  </outbound>
</policies>
'''
  }
}
