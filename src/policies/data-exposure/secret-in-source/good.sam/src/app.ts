import { Client } from 'pg';

export const handler = async () => {
  const client = new Client({ host: 'db.shop.io', user: 'orders', password: process.env.PASSWORD });
  await client.connect();
  return { statusCode: 200 };
};
