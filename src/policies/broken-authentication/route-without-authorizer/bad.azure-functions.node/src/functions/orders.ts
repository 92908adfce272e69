import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';
import { save } from '../orders.js';

async function createOrder(request: HttpRequest): Promise<HttpResponseInit> {
  await save(await request.text());
  return { status: 201 };
}

app.http('orders', {
  methods: ['POST'],
  route: 'orders',
  handler: createOrder,
});
