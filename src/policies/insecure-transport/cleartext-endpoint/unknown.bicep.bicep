param rates string

resource apim 'Microsoft.ApiManagement/service@2022-08-01' existing = {
  name: 'shop'
}

resource rates 'Microsoft.ApiManagement/service/backends@2022-08-01' = {
  parent: apim
  name: 'rates'
  properties: {
    protocol: 'http'
    url: rates
  }
}
