import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';
import { levelOf } from '../levels.js';
import { save } from '../orders.js';

async function createOrder(request: HttpRequest): Promise<HttpResponseInit> {
  await save(await request.text());
  return { status: 201 };
}

app.http('orders', {
  methods: ['POST'],
  authLevel: levelOf('orders'),
  route: 'orders',
  handler: createOrder,
});
