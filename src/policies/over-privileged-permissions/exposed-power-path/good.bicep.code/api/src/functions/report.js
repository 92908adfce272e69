import { app } from '@azure/functions';

app.http('report', {
  methods: ['POST'],
  authLevel: 'function',
  handler: async () => ({ status: 202 }),
});
