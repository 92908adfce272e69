param bodyBytes int

resource gateway 'Microsoft.ApiManagement/service@2023-05-01-preview' existing = {
  name: 'orders-gateway'
}

resource orders 'Microsoft.ApiManagement/service/apis@2023-05-01-preview' = {
  parent: gateway
  name: 'orders'
  properties: {
    path: 'orders'
    protocols: [
      'https'
    ]
    subscriptionRequired: true
  }
}

resource log 'Microsoft.ApiManagement/service/apis/diagnostics@2023-05-01-preview' = {
  parent: orders
  name: 'applicationinsights'
  properties: {
    loggerId: '${gateway.id}/loggers/insights'
    sampling: {
      samplingType: 'fixed'
      percentage: 100
    }
    frontend: {
      request: {
        body: {
          bytes: bodyBytes
        }
      }
      response: {
        body: {
          bytes: bodyBytes
        }
      }
    }
  }
}
