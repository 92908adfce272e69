import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { MongoClient } from 'mongodb';

const client = new MongoClient(process.env.DATABASE ?? '');

export const handler = async (event: APIGatewayProxyEventV2) => {
  const { email, token } = JSON.parse(event.body ?? '{}');
  const user = await client.db('shop').collection('users').findOne({ email, token });
  return { statusCode: user === null ? 404 : 200 };
};
