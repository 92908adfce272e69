resource monthly 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: 'monthly'
  properties: {
    category: 'Cost'
    amount: 500
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: '2026-01-01'
    }
    notifications: {
      soon: {
        enabled: false
        operator: 'GreaterThan'
        threshold: 80
        contactRoles: [
          'Owner'
        ]
      }
    }
  }
}
