import { Client } from 'pg';

export const handler = async () => {
  const client = new Client({ host: 'db.shop.io', user: 'orders', password: 'vR7!kq2Zw9pLx' });
  await client.connect();
  return { statusCode: 200 };
};
