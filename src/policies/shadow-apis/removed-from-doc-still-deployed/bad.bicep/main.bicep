resource gateway 'Microsoft.ApiManagement/service@2024-05-01' existing = {
  name: 'shop-gateway'
}

resource ordersApi 'Microsoft.ApiManagement/service/apis@2024-05-01' = {
  parent: gateway
  name: 'orders'
  properties: {
    displayName: 'Orders'
    path: 'shop'
    protocols: [
      'https'
    ]
    subscriptionRequired: true
  }
}

resource list 'Microsoft.ApiManagement/service/apis/operations@2024-05-01' = {
  parent: ordersApi
  name: 'list'
  properties: {
    displayName: 'List'
    method: 'GET'
    urlTemplate: '/orders'
  }
}

resource place 'Microsoft.ApiManagement/service/apis/operations@2024-05-01' = {
  parent: ordersApi
  name: 'place'
  properties: {
    displayName: 'Place'
    method: 'POST'
    urlTemplate: '/orders'
  }
}

resource read 'Microsoft.ApiManagement/service/apis/operations@2024-05-01' = {
  parent: ordersApi
  name: 'read'
  properties: {
    displayName: 'Read'
    method: 'GET'
    urlTemplate: '/orders/{id}'
  }
}

resource cancel 'Microsoft.ApiManagement/service/apis/operations@2024-05-01' = {
  parent: ordersApi
  name: 'cancel'
  properties: {
    displayName: 'Cancel'
    method: 'DELETE'
    urlTemplate: '/orders/{id}'
  }
}
