import { onRequest } from 'firebase-functions/https';

export const placeOrder = onRequest({ region: 'europe-west1', maxInstances: 20, invoker: 'public' }, (request, response) => {
  response.json({ placed: true });
});
