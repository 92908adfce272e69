param environmentName string = 'prod'
param days int

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'orders-logs-${environmentName}'
  location: resourceGroup().location
  properties: {
    retentionInDays: days
  }
}
