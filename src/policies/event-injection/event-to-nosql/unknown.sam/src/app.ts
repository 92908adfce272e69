import { MongoClient } from 'mongodb';
import { filter } from './filters.js';

const client = new MongoClient(process.env.DATABASE ?? '');

export const handler = async () => {
  const user = await client.db('shop').collection('users').findOne(filter());
  return { statusCode: user === null ? 404 : 200 };
};
