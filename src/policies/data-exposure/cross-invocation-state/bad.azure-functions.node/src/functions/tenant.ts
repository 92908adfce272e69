import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';

let tenant: string | null = null;

async function readTenant(request: HttpRequest): Promise<HttpResponseInit> {
  if (!tenant) tenant = request.headers.get('x-tenant');
  return { status: 200, jsonBody: { tenant } };
}

app.http('tenant', {
  methods: ['GET'],
  authLevel: 'function',
  handler: readTenant,
});
