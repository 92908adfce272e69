import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

export const handler = async (event: APIGatewayProxyEventV2) => {
  const name = path.basename(event.queryStringParameters?.page ?? '');
  return { statusCode: 200, body: await readFile(`pages/${name}`, 'utf8') };
};
