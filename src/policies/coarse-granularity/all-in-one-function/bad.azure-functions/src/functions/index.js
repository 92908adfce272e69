const { app } = require('@azure/functions');

const ok = async () => ({ status: 200 });

app.http('orders', { methods: ['POST'], authLevel: 'function', handler: ok });
app.http('invoices', { methods: ['POST'], authLevel: 'function', handler: ok });
app.http('payments', { methods: ['POST'], authLevel: 'function', handler: ok });
app.http('refunds', { methods: ['POST'], authLevel: 'function', handler: ok });
app.http('customers', { methods: ['POST'], authLevel: 'function', handler: ok });
app.http('carts', { methods: ['POST'], authLevel: 'function', handler: ok });
app.http('stock', { methods: ['POST'], authLevel: 'function', handler: ok });
app.http('prices', { methods: ['POST'], authLevel: 'function', handler: ok });
app.http('coupons', { methods: ['POST'], authLevel: 'function', handler: ok });
app.http('reviews', { methods: ['POST'], authLevel: 'function', handler: ok });
app.http('returns', { methods: ['POST'], authLevel: 'function', handler: ok });
app.http('shipments', { methods: ['POST'], authLevel: 'function', handler: ok });
app.http('labels', { methods: ['POST'], authLevel: 'function', handler: ok });
app.http('taxes', { methods: ['POST'], authLevel: 'function', handler: ok });
app.http('reports', { methods: ['POST'], authLevel: 'function', handler: ok });
app.http('exports', { methods: ['POST'], authLevel: 'function', handler: ok });
