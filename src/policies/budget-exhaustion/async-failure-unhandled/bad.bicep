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
    }
  }
}

resource files 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'ordersfiles'
  location: resourceGroup().location
  kind: 'StorageV2'
  sku: {
    name: 'Standard_LRS'
  }
  properties: {
    minimumTlsVersion: 'TLS1_2'
    allowBlobPublicAccess: false
  }
}

resource uploads 'Microsoft.EventGrid/systemTopics@2024-06-01-preview' = {
  name: 'orders-uploads'
  location: resourceGroup().location
  properties: {
    source: files.id
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

resource toFunction 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2024-06-01-preview' = {
  parent: uploads
  name: 'orders-import'
  properties: {
    destination: {
      endpointType: 'AzureFunction'
      properties: {
        resourceId: '${app.id}/functions/ImportOrders'
        maxEventsPerBatch: 1
      }
    }
    filter: {
      includedEventTypes: [
        'Microsoft.Storage.BlobCreated'
      ]
    }
  }
}
