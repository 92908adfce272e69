import type { APIGatewayProxyEventV2 } from 'aws-lambda';

export const handler = async (event: APIGatewayProxyEventV2) => {
  const { formula } = JSON.parse(event.body ?? '{}');
  return { statusCode: 200, body: JSON.stringify({ total: eval(formula) }) };
};
