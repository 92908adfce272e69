import { listOrders } from './orders.js';

export const handler = async () => {
  try {
    return { statusCode: 200, body: JSON.stringify(await listOrders()) };
  } catch (error) {
    console.error(error);
    return { statusCode: 500, body: JSON.stringify({ message: 'Internal error' }) };
  }
};
