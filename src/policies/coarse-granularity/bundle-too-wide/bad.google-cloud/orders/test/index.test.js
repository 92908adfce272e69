require('node:test').test('an order is placed', () => {});
