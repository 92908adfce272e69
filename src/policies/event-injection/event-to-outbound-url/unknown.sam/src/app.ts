import { address } from './addresses.js';

export const handler = async () => {
  await fetch(address());
  return { statusCode: 202 };
};
