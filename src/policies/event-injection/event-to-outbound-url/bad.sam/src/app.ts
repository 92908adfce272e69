import type { APIGatewayProxyEventV2 } from 'aws-lambda';

export const handler = async (event: APIGatewayProxyEventV2) => {
  const { callback } = JSON.parse(event.body ?? '{}');
  await fetch(callback, { method: 'POST' });
  return { statusCode: 202 };
};
