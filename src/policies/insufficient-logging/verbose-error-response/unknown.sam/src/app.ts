import { failure, listOrders } from './orders.js';

export const handler = async () => {
  const orders = await listOrders();
  return orders === undefined ? failure() : { statusCode: 200, body: JSON.stringify(orders) };
};
