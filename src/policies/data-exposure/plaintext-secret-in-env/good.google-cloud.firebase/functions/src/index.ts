import { onSchedule } from 'firebase-functions/scheduler';

export const cleanUp = onSchedule('every day 03:00', async () => {
  await removeOldOrders();
});
