import { claimsOf } from './tokens.js';

export const handler = async (event: { headers: Record<string, string> }) => ({
  statusCode: 200,
  body: JSON.stringify(claimsOf(event.headers.authorization)),
});
