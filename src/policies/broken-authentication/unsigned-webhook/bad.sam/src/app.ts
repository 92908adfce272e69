import { markPaid } from './orders.js';

export const handler = async (event: { body: string }) => {
  const { type, data } = JSON.parse(event.body);
  if (type === 'checkout.session.completed') await markPaid(data.object.id);
  return { statusCode: 200 };
};
