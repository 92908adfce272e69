resource deploy 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'deploy'
  location: resourceGroup().location

  resource github 'federatedIdentityCredentials@2025-01-31-preview' = {
    name: 'github'
    properties: {
      issuer: 'https://token.actions.githubusercontent.com'
      audiences: ['api://AzureADTokenExchange']
      claimsMatchingExpression: {
        languageVersion: 1
        value: 'claims[\'sub\'] matches \'repo:example/orders:*\''
      }
    }
  }
}
