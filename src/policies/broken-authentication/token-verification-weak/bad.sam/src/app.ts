import { decode } from 'jsonwebtoken';

export const handler = async (event: { headers: Record<string, string> }) => {
  const claims = decode(event.headers.authorization ?? '');
  return { statusCode: claims === null ? 401 : 200, body: JSON.stringify(claims) };
};
