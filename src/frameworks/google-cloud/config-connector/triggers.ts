import { retries } from '../../../clouds/google/codecs.js';
import { type KubernetesObject, objectSection, resourceOf } from '../../../clouds/kubernetes/objects.js';
import { plainTrigger } from '../../../clouds/plain/trigger.js';
import { settingOf } from '../../../clouds/values/section.js';
import { firstSaid } from '../../../clouds/values/writes.js';
import type { Trigger, TriggerKind } from '../../../model/trigger.js';
import { textOf, type Value, valueAt } from '../../../model/value.js';
import type { Reading } from '../../../notation/writer.js';
import { serviceAt } from '../fronts.js';
import { connectorId, isFunctionKind, referredTo } from './objects.js';

/** What starts functions apart from requests: their own triggers, and subscriptions that push to their addresses. */
export function connectorTriggers(objects: readonly KubernetesObject[], reading: Reading): readonly Trigger[] {
  const functions = objects.filter(isFunctionKind);
  const own = functions.flatMap((object) => ownTrigger(object, objects, reading));
  const ids = functions.map(({ name: id }) => ({ id }));
  const pushed = objects.flatMap((object) => {
    const address = textOf(valueAt(object.root, 'spec', 'pushConfig', 'pushEndpoint'));
    const starts = object.kind === 'PubSubSubscription' ? serviceAt(address ?? '', ids) : undefined;
    if (starts === undefined) return [];
    const id = connectorId(object);
    const trigger = { trigger: 'queue', source: id, sourceName: object.name, function: starts } as const;
    return [plainTrigger({ ...resourceOf(object, `${id} push`), ...trigger })];
  });
  return [...own, ...pushed];
}

function ownTrigger(
  object: KubernetesObject,
  objects: readonly KubernetesObject[],
  reading: Reading,
): readonly Trigger[] {
  const event = valueAt(object.root, 'spec', 'eventTrigger');
  if (event === undefined) return [];
  const { kind, reference } = eventOf(event);
  const named = textOf(valueAt(reference, 'name')) ?? textOf(valueAt(reference, 'external'));
  const section = objectSection(object, reading);
  const trigger = plainTrigger({
    ...resourceOf(object, `${object.name}/trigger`),
    trigger: kind,
    source: referredTo(objects, reference, kind === 'topic' ? 'PubSubTopic' : 'StorageBucket'),
    sourceName: named,
    function: object.name,
  });
  const maximumRetries = firstSaid(
    settingOf(section, ['spec', 'eventTrigger', 'failurePolicy'], retries),
    settingOf(section, ['spec', 'eventTrigger', 'retryPolicy'], retries),
  );
  return [{ ...trigger, objectFilter: { prefixes: [], suffixes: [] }, maximumRetries }];
}

/** Only new objects count: others come from deleting and from changing what is known of an object. */
function eventOf(event: Value): { readonly kind: TriggerKind; readonly reference: Value | undefined } {
  const type = textOf(valueAt(event, 'eventType')) ?? '';
  const reference = valueAt(event, 'resourceRef') ?? valueAt(event, 'pubsubTopicRef');
  if (/pubsub/.test(type)) return { kind: 'topic', reference };
  const isNew = /storage.*finali[sz]ed?$/.test(type);
  return { kind: isNew ? 'bucket' : /firestore|firebase/.test(type) ? 'stream' : 'other', reference };
}
