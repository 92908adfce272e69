import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { unserialize } from 'node-serialize';

export const handler = async (event: APIGatewayProxyEventV2) => {
  const order = unserialize(event.body ?? '');
  return { statusCode: 200, body: String(order.id) };
};
