param environmentName string = 'prod'

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'orders-logs-${environmentName}'
  location: resourceGroup().location
  properties: {
    retentionInDays: 90
  }
}
