import type { FailureTarget, WriteFailureTarget } from '../../model/function.js';
import { absent, type Setting, unknown } from '../../model/setting.js';
import type { Store } from '../../model/store.js';
import type { Trigger, TriggerKind } from '../../model/trigger.js';
import { entryOf, textOf, type Value, valueAt } from '../../model/value.js';
import type { Manifests } from '../reading/kubernetes/manifests.js';
import { isOfGroup, type KubernetesObject, resourceOf } from '../reading/kubernetes/objects.js';
import { plainStore } from '../reading/plain-store.js';
import { plainTrigger } from '../reading/trigger-start.js';
import { deliveryOf, sinkOf } from './delivery.js';
import type { Serving } from './services.js';

/** Brokers and channels, which hold events until they are delivered. */
export function channelsOf({ objects }: Manifests): readonly Store[] {
  return objects.filter(isChannel).map((object) => {
    const store = object.kind === 'Broker' ? 'bus' : 'topic';
    return plainStore(resourceOf(object, channelId(object.kind, object.name)), { store, service: 'knative' });
  });
}

function channelId(kind: string, name: string): string {
  return `${kind.toLowerCase()}/${name}`;
}

function isChannel(object: KubernetesObject): boolean {
  if (isOfGroup(object, 'eventing.knative.dev')) return object.kind === 'Broker';
  return isOfGroup(object, 'messaging.knative.dev') && object.kind.endsWith('Channel');
}

/** What starts workloads by events. */
export function triggersOf(manifests: Manifests, servings: readonly Serving[]): readonly Trigger[] {
  return manifests.objects.flatMap((object) => {
    const found = triggerOf(manifests, servings, object);
    return found === undefined ? [] : [found];
  });
}

function triggerOf(manifests: Manifests, servings: readonly Serving[], object: KubernetesObject): Trigger | undefined {
  if (isOfGroup(object, 'eventing.knative.dev') && object.kind === 'Trigger') {
    return brokerTrigger(manifests, servings, object);
  }
  if (isOfGroup(object, 'messaging.knative.dev') && object.kind === 'Subscription') {
    return subscription(manifests, servings, object);
  }
  return isOfGroup(object, 'sources.knative.dev') ? sourceTrigger(servings, object) : undefined;
}

function started(servings: readonly Serving[], sink: Value | undefined): string | undefined {
  const kind = textOf(valueAt(sink, 'ref', 'kind'));
  const name = textOf(valueAt(sink, 'ref', 'name'));
  return servings.find(({ object }) => object.name === name && object.kind === kind)?.id;
}

function brokerTrigger(manifests: Manifests, servings: readonly Serving[], object: KubernetesObject): Trigger {
  const broker = textOf(valueAt(object.root, 'spec', 'broker')) ?? 'default';
  return {
    ...plainTrigger(resourceOf(object, `trigger/${object.name}`), {
      trigger: 'cloudevent',
      source: idIfDeclared(manifests, 'Broker', broker),
      sourceName: broker,
      function: started(servings, valueAt(object.root, 'spec', 'subscriber')),
    }),
    filtered: filteredBy(object),
    onFailure: failureOf(manifests, object, 'Broker', broker),
  };
}

function filteredBy({ root, at }: KubernetesObject): Setting<boolean> {
  const filters = entryOf(valueAt(root, 'spec'), 'filters') ?? entryOf(valueAt(root, 'spec', 'filter'), 'attributes');
  return filters === undefined
    ? absent(at)
    : { kind: 'known', value: true, at: filters.keyAt, confidence: 'high', write: () => undefined };
}

function subscription(manifests: Manifests, servings: readonly Serving[], object: KubernetesObject): Trigger {
  const kind = textOf(valueAt(object.root, 'spec', 'channel', 'kind')) ?? 'Channel';
  const name = textOf(valueAt(object.root, 'spec', 'channel', 'name')) ?? '';
  return {
    ...plainTrigger(resourceOf(object, `subscription/${object.name}`), {
      trigger: 'cloudevent',
      source: idIfDeclared(manifests, kind, name),
      sourceName: name,
      function: started(servings, valueAt(object.root, 'spec', 'subscriber')),
    }),
    onFailure: failureOf(manifests, object, kind, name),
  };
}

function idIfDeclared(manifests: Manifests, kind: string, name: string): string | undefined {
  const found = manifests.objects.some((object) => object.kind === kind && object.name === name);
  return found ? channelId(kind, name) : undefined;
}

/** What cannot be delivered: as the trigger says, otherwise as its broker or channel does; one that is elsewhere may say so. */
function failureOf(
  manifests: Manifests,
  object: KubernetesObject,
  kind: string,
  name: string,
): Setting<FailureTarget, WriteFailureTarget> {
  const own = deliveryOf(manifests, object);
  if (own.kind !== 'absent') return own;
  const holder = manifests.objects.find((candidate) => candidate.kind === kind && candidate.name === name);
  if (holder === undefined) return unknown(object.at, 'broker or channel elsewhere');
  const shared = deliveryOf(manifests, holder);
  return shared.kind === 'absent' ? own : shared;
}

const sourceKinds = new Map<string, TriggerKind>([
  ['PingSource', 'schedule'],
  ['KafkaSource', 'kafka'],
  ['ApiServerSource', 'other'],
]);

function sourceTrigger(servings: readonly Serving[], object: KubernetesObject): Trigger | undefined {
  const starts = started(servings, valueAt(object.root, 'spec', 'sink'));
  if (starts === undefined) return undefined;
  const id = `${object.kind.toLowerCase()}/${object.name}`;
  const kind = sourceKinds.get(object.kind) ?? 'cloudevent';
  const trigger = plainTrigger(resourceOf(object, id), {
    trigger: kind,
    source: undefined,
    sourceName: object.name,
    function: starts,
  });
  const delivery = sinkOf(object);
  return { ...trigger, onFailure: delivery ?? unknown(object.at, 'sources retry by themselves') };
}
