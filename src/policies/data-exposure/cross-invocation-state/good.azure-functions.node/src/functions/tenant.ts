import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';

async function readTenant(request: HttpRequest): Promise<HttpResponseInit> {
  const tenant = request.headers.get('x-tenant');
  return { status: 200, jsonBody: { tenant } };
}

app.http('tenant', {
  methods: ['GET'],
  authLevel: 'function',
  handler: readTenant,
});
