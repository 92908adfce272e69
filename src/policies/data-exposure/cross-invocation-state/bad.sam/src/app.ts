let tenant: string | undefined;

export async function handler(event: { headers: Record<string, string> }) {
  if (!tenant) tenant = event.headers['x-tenant'];
  return { statusCode: 200, body: JSON.stringify({ tenant }) };
}
