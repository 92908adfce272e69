import { execSync } from 'node:child_process';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

export const handler = async (event: APIGatewayProxyEventV2) => {
  const { file } = JSON.parse(event.body ?? '{}');
  const size = execSync(`identify ${file}`);
  return { statusCode: 200, body: size.toString() };
};
