import { app } from '@azure/functions';

app.http('report', {
  methods: ['POST'],
  authLevel: 'anonymous',
  handler: async () => ({ status: 202 }),
});
