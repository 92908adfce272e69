const { app } = require('@azure/functions');
const { z } = require('zod');

app.http('orders', {
  methods: ['POST'],
  authLevel: 'function',
  handler: async (request) => ({ body: z.object({ id: z.string() }).parse(await request.json()).id }),
});
