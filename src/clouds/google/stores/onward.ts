import type { Store } from '../../../model/store.js';
import { type GoogleStack, ofAsset, property, referent } from '../google-stack.js';

/** One way from a store to another. */
export interface Onward {
  readonly from: string;
  readonly to: string;
  readonly narrowed: boolean;
}

/** Topics lead to their subscriptions, buckets to the topics that are told of their objects. */
export function onwardOf(stack: GoogleStack): readonly Onward[] {
  const subscriptions = ofAsset(stack, 'pubsub.googleapis.com/Subscription');
  const notifications = ofAsset(stack, 'storage.googleapis.com/Notification');
  return [
    ...subscriptions.flatMap((one) => {
      const from = referent(property(one, 'topic'));
      return from === undefined ? [] : [{ from, to: one.id, narrowed: property(one, 'filter') !== undefined }];
    }),
    ...notifications.flatMap((one) => {
      const [from, to] = [referent(property(one, 'bucket')), referent(property(one, 'topic'))];
      const narrowed = property(one, 'objectNamePrefix') !== undefined;
      return from === undefined || to === undefined ? [] : [{ from, to, narrowed }];
    }),
  ];
}

export function onwardFrom(all: readonly Onward[], id: string): Pick<Store, 'leadsTo' | 'narrowedTo'> {
  const own = all.filter(({ from }) => from === id);
  const narrowedTo = own.filter(({ narrowed }) => narrowed).map(({ to }) => to);
  return { leadsTo: own.map(({ to }) => to), ...(narrowedTo.length > 0 && { narrowedTo }) };
}
