import { decode, verify } from 'jsonwebtoken';
import { keyFor } from './keys.js';

export const handler = async (event: { headers: Record<string, string> }) => {
  const token = event.headers.authorization ?? '';
  const key = await keyFor(decode(token, { complete: true })?.header.kid);
  const claims = verify(token, key, { algorithms: ['RS256'] });
  return { statusCode: 200, body: JSON.stringify(claims) };
};
