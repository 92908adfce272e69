@secure()
param partnerToken string

resource store 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: 'orders'
}

var connection = 'AccountName=${store.name};AccountKey=${store.listKeys().keys[0].value}'

output storeId string = store.id
@secure()
output storeConnection string = connection
@secure()
output partner string = partnerToken
