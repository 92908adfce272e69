import { save } from './orders.js';

export const handler = async (event: { Records: readonly { body: string }[] }) => {
  for (const { body } of event.Records) {
    try {
      await save(JSON.parse(body));
    } catch (error) {
      console.error('not saved', error);
    }
  }
};
