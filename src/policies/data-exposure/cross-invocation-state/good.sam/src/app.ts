export async function handler(event: { headers: Record<string, string> }) {
  const tenant = event.headers['x-tenant'];
  return { statusCode: 200, body: JSON.stringify({ tenant }) };
}
