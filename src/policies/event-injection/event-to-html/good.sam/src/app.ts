import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import escapeHtml from 'escape-html';

export const handler = async (event: APIGatewayProxyEventV2) => {
  const name = escapeHtml(event.queryStringParameters?.name ?? '');
  return { statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: `<h1>Hello ${name}</h1>` };
};
