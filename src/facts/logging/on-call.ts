import type { Model } from '../../model/model.js';

/** The one topic of a stack that its alarms already notify; undefined where there is none, or more than one. */
export function onCallTopic({ alarms, stores }: Pick<Model, 'alarms' | 'stores'>): string | undefined {
  const topics = new Set(stores.filter(({ store }) => store === 'topic').map(({ id }) => id));
  const notified = new Set(alarms.flatMap(({ notifies = [] }) => notifies).filter((id) => topics.has(id)));
  const [only, ...others] = notified;
  return others.length === 0 ? only : undefined;
}
