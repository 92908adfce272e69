import { save } from './orders.js';

export const handler = async (event: { Records: readonly { body: string; messageId: string }[] }) => {
  const failed: { itemIdentifier: string }[] = [];
  for (const { body, messageId } of event.Records) {
    try {
      await save(JSON.parse(body));
    } catch (error) {
      console.error('not saved', error);
      failed.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures: failed };
};
