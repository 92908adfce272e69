import type { APIGatewayProxyEvent } from 'aws-lambda';
import { accountOf } from './accounts.js';

const sites = ['https://app.example.com', 'https://admin.example.com'];

export const handler = async (event: APIGatewayProxyEvent) => {
  const { origin = '' } = event.headers;
  return {
    statusCode: 200,
    headers: {
      'Access-Control-Allow-Origin': sites.includes(origin) ? origin : sites[0],
      'Access-Control-Allow-Credentials': true,
    },
    body: JSON.stringify(await accountOf(event.headers.cookie)),
  };
};
