import { verified } from './senders.js';

export const handler = async (event: { body: string }) => ({ statusCode: (await verified(event)) ? 200 : 401 });
