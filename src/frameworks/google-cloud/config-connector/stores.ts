import { isEverybody } from '../../../clouds/google/bindings.js';
import { guardIn, prevention } from '../../../clouds/google/codecs.js';
import { type KubernetesObject, objectSection, resourceOf } from '../../../clouds/kubernetes/objects.js';
import { plainStore } from '../../../clouds/plain/store.js';
import { number } from '../../../clouds/values/codec.js';
import { settingOf } from '../../../clouds/values/section.js';
import { absent, type Setting } from '../../../model/setting.js';
import type { PublicAccess, Store, StoreKind } from '../../../model/store.js';
import { itemsOf, textOf, valueAt } from '../../../model/value.js';
import type { Reading } from '../../../notation/writer.js';
import type { ConnectorBinding } from './bindings.js';
import { connectorId, referredTo } from './objects.js';

const kinds: ReadonlyMap<string, { readonly store: StoreKind; readonly service: string }> = new Map([
  ['StorageBucket', { store: 'bucket', service: 'storage' }],
  ['PubSubTopic', { store: 'topic', service: 'pubsub' }],
  ['PubSubSubscription', { store: 'queue', service: 'pubsub-subscription' }],
  ['SecretManagerSecret', { store: 'secret', service: 'secretmanager' }],
]);

/** What holds or passes on data. Google encrypts all of it. */
export function connectorStores(
  objects: readonly KubernetesObject[],
  bindings: readonly ConnectorBinding[],
  reading: Reading,
): readonly Store[] {
  return objects.flatMap((object) => {
    const form = kinds.get(object.kind);
    if (form === undefined) return [];
    const id = connectorId(object);
    const plain = plainStore({ ...resourceOf(object, id), ...form });
    if (form.store === 'bucket') return [{ ...plain, publicAccess: accessOf(object, objects, bindings, reading) }];
    if (form.store === 'topic') return [{ ...plain, leadsTo: subscriptionsOf(id, objects) }];
    return [form.store === 'queue' ? { ...plain, redrive: redriveOf(object, objects, reading) } : plain];
  });
}

function accessOf(
  object: KubernetesObject,
  objects: readonly KubernetesObject[],
  bindings: readonly ConnectorBinding[],
  reading: Reading,
): PublicAccess {
  const section = objectSection(object, reading);
  return {
    acl: openedBy(object, objects, bindings),
    blocked: guardIn(settingOf<boolean, true>(section, ['spec', 'publicAccessPrevention'], prevention)),
    website: absent(object.at),
  };
}

type Access = Setting<'private' | 'read' | 'write'>;

/** Readers by default; writers where the role lets them write. */
function openedBy(
  object: KubernetesObject,
  objects: readonly KubernetesObject[],
  bindings: readonly ConnectorBinding[],
): Access {
  const id = connectorId(object);
  const bound = bindings
    .filter(({ scope, on, member }) => scope === 'storage_bucket' && on === id && isEverybody(member))
    .map(({ role, memberAt }) => ({ role, at: memberAt }));
  const listed = objects.filter(({ kind }) => /^Storage(?:Default(?:Object)?|Bucket)AccessControl$/.test(kind));
  const entries = listed.flatMap(({ root, at }) => {
    const spec = valueAt(root, 'spec');
    const isOpen = isEverybody(textOf(valueAt(spec, 'entity')));
    if (!isOpen || referredTo(objects, valueAt(spec, 'bucketRef'), 'StorageBucket') !== id) return [];
    return [{ role: textOf(valueAt(spec, 'role')) ?? '', at: valueAt(spec, 'entity')?.at ?? at }];
  });
  const open = [...bound, ...entries];
  const writer = open.find(({ role }) => /admin|creator|owner|writer|user$/i.test(role));
  const found = writer ?? open[0];
  if (found === undefined) return absent(object.at);
  const value = writer === undefined ? 'read' : 'write';
  return { kind: 'known', value, at: found.at, confidence: 'high', write: () => undefined };
}

function subscriptionsOf(topic: string, objects: readonly KubernetesObject[]): readonly string[] {
  const subscriptions = objects.filter(({ kind }) => kind === 'PubSubSubscription');
  return subscriptions
    .filter(({ root }) => referredTo(objects, valueAt(root, 'spec', 'topicRef'), 'PubSubTopic') === topic)
    .map(connectorId);
}

/** A subscription redelivers for as long as it keeps messages, unless it has a topic for dead letters. */
function redriveOf(object: KubernetesObject, objects: readonly KubernetesObject[], reading: Reading): Store['redrive'] {
  return settingOf(objectSection(object, reading), ['spec', 'deadLetterPolicy'], {
    read: (value) => {
      if (value.kind !== 'map') return undefined;
      const [attempts] = itemsOf(valueAt(value, 'maxDeliveryAttempts'));
      const target = referredTo(objects, valueAt(value, 'deadLetterTopicRef'), 'PubSubTopic');
      return { target, maximumReceives: attempts === undefined ? 5 : number.read(attempts) };
    },
    write: () => undefined,
  });
}
