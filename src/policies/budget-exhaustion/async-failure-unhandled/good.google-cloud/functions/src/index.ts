import { logger } from 'firebase-functions';
import { onMessagePublished } from 'firebase-functions/v2/pubsub';
import { sendInvoice } from './invoices';

export const invoice = onMessagePublished(
  { topic: 'orders-paid', region: 'europe-west1', maxInstances: 5 },
  async ({ data }) => {
    await sendInvoice(data.message.json);
    logger.info('sent', { id: data.message.messageId });
  },
);
