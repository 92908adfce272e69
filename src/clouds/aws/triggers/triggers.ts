import type { Trigger } from '../../../model/trigger.js';
import type { Mapping } from '../mapping.js';
import { samTriggers } from '../sam/triggers.js';
import { bucketNotifications } from './notifications.js';
import { otherTriggers } from './other-triggers.js';
import { rules } from './rules.js';
import { sourceMappings } from './source-mappings.js';
import { subscribers } from './subscribers.js';
import { subscriptions } from './subscriptions.js';

/** Everything that starts a function of the stack apart from requests. */
export function mapTriggers(mapping: Mapping): readonly Trigger[] {
  return [
    ...samTriggers(mapping),
    ...sourceMappings(mapping),
    ...bucketNotifications(mapping),
    ...subscriptions(mapping),
    ...rules(mapping),
    ...subscribers(mapping),
    ...otherTriggers(mapping),
  ];
}
