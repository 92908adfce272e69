param rulesOfApi string

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: 'orders-logs'
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
    serviceUrl: 'https://orders.internal.example.com/api'
  }
}

resource create 'Microsoft.ApiManagement/service/apis/operations@2023-05-01-preview' = {
  parent: api
  name: 'create-order'
  properties: {
    displayName: 'Create an order'
    method: 'POST'
    urlTemplate: '/'
  }
}

resource rules 'Microsoft.ApiManagement/service/apis/policies@2023-05-01-preview' = {
  parent: api
  name: 'policy'
  properties: {
    format: 'rawxml'
    value: rulesOfApi
  }
}
