import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import Handlebars from 'handlebars';

export const handler = async (event: APIGatewayProxyEventV2) => {
  const { greeting } = JSON.parse(event.body ?? '{}');
  const page = Handlebars.compile(greeting);
  return { statusCode: 200, body: page({}) };
};
