import type { Store } from '../../../../model/store.js';
import { declaredOf, type Mapping, property, referent, same } from '../cloud.js';
import { subscriptionFields } from './relays.js';

/** One way from a store to another. */
interface Onward {
  readonly from: string;
  readonly to: string;
  readonly narrowed: boolean;
}

/** What tells a topic of new objects in a bucket. */
export const notificationType = 'google_storage_notification';

/** Topics lead to their subscriptions, buckets to the topics that are told of their objects. */
export function onwardOf(mapping: Mapping): readonly Onward[] {
  const subscriptions = declaredOf(mapping, { google_pubsub_subscription: subscriptionFields });
  const notifications = declaredOf(mapping, { [notificationType]: same('bucket', 'topic', 'object_name_prefix') });
  return [
    ...subscriptions.flatMap((one) => {
      const from = referent(property(one, 'topic'));
      return from === undefined ? [] : [{ from, to: one.id, narrowed: property(one, 'filter') !== undefined }];
    }),
    ...notifications.flatMap((one) => {
      const [from, to] = [referent(property(one, 'bucket')), referent(property(one, 'topic'))];
      const narrowed = property(one, 'object_name_prefix') !== undefined;
      return from === undefined || to === undefined ? [] : [{ from, to, narrowed }];
    }),
  ];
}

export function onwardFrom(all: readonly Onward[], id: string): Pick<Store, 'leadsTo' | 'narrowedTo'> {
  const own = all.filter(({ from }) => from === id);
  const narrowedTo = own.filter(({ narrowed }) => narrowed).map(({ to }) => to);
  return { leadsTo: own.map(({ to }) => to), ...(narrowedTo.length > 0 && { narrowedTo }) };
}
