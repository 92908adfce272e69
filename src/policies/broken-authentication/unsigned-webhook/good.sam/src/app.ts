import Stripe from 'stripe';
import { markPaid } from './orders.js';

const stripe = new Stripe(process.env.STRIPE_KEY ?? '');

export const handler = async (event: { body: string; headers: Record<string, string> }) => {
  const sent = stripe.webhooks.constructEvent(event.body, event.headers['stripe-signature'] ?? '', process.env.SIGNING ?? '');
  if (sent.type === 'checkout.session.completed') await markPaid(sent.data.object.id);
  return { statusCode: 200 };
};
