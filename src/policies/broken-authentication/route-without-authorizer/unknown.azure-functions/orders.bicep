param clientId string

resource app 'Microsoft.Web/sites@2023-12-01' existing = {
  name: 'orders-app'
}

resource signIn 'Microsoft.Web/sites/config@2023-12-01' = {
  parent: app
  name: 'authsettingsV2'
  properties: {
    globalValidation: {
      requireAuthentication: true
      unauthenticatedClientAction: 'Return401'
    }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: clientId
        }
      }
    }
  }
}
