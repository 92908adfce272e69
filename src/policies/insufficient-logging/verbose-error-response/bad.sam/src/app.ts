import { listOrders } from './orders.js';

export const handler = async () => {
  try {
    return { statusCode: 200, body: JSON.stringify(await listOrders()) };
  } catch (error) {
    return { statusCode: 500, body: (error as Error).stack };
  }
};
