import { log } from './log.js';

export const handler = async (event: { pathParameters: { id: string } }) => {
  log(event.pathParameters.id);
  return { statusCode: 200 };
};
