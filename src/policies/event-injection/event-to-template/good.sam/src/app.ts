import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import Handlebars from 'handlebars';

const page = Handlebars.compile('Hello {{greeting}}');

export const handler = async (event: APIGatewayProxyEventV2) => {
  const { greeting } = JSON.parse(event.body ?? '{}');
  return { statusCode: 200, body: page({ greeting }) };
};
