resource plan 'Microsoft.Web/serverfarms@2024-04-01' existing = {
  name: 'shop-plan'
}

resource onCall 'Microsoft.Insights/actionGroups@2023-01-01' existing = {
  name: 'on-call'
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
    }
  }
}

resource errors 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'orders-errors'
  location: 'global'
  properties: {
    severity: 1
    enabled: false
    scopes: [
      orders.id
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'errors'
          criterionType: 'StaticThresholdCriterion'
          metricName: 'Http5xx'
          operator: 'GreaterThan'
          threshold: 0
          timeAggregation: 'Total'
        }
      ]
    }
    actions: [
      {
        actionGroupId: onCall.id
      }
    ]
  }
}
