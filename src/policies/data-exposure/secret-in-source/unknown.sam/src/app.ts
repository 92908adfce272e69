import { Client } from 'pg';
import { settings } from './settings.js';

export const handler = async () => {
  const client = new Client({ password: settings.password });
  await client.connect();
  return { statusCode: 200 };
};
