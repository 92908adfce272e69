import type { APIGatewayProxyEvent } from 'aws-lambda';
import { accountOf, siteOf } from './accounts.js';

export const handler = async (event: APIGatewayProxyEvent) => ({
  statusCode: 200,
  headers: {
    'Access-Control-Allow-Origin': siteOf(event.headers.origin),
    'Access-Control-Allow-Credentials': true,
  },
  body: JSON.stringify(await accountOf(event.headers.cookie)),
});
