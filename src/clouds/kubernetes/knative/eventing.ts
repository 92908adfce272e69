import type { FailureTarget, WriteFailureTarget } from '../../../model/function.js';
import { absent, type Setting, unknown } from '../../../model/setting.js';
import type { Store } from '../../../model/store.js';
import type { Trigger, TriggerKind } from '../../../model/trigger.js';
import { entryOf, textOf, valueAt } from '../../../model/value.js';
import { plainStore } from '../../plain/store.js';
import { plainTrigger } from '../../plain/trigger.js';
import type { Cluster } from '../cluster.js';
import { isOfGroup, type KubernetesObject, resourceOf } from '../objects.js';
import { replyIn, withSenders } from './answers.js';
import { deliveryOf, sinkIn } from './delivery.js';
import { holderId, holderNamed, isHolder, startedAt } from './destinations.js';
import { flowTriggers } from './flows.js';
import { passagesOf } from './passages.js';
import type { Serving } from './servings.js';

/** What holds events until they are delivered, and where it passes them on by itself. */
export function holdersOf(cluster: Cluster): readonly Store[] {
  const passages = passagesOf(cluster);
  return cluster.objects.filter(isHolder).map((object) => {
    const id = holderId(object);
    const store = object.kind === 'Broker' ? 'bus' : 'topic';
    const passing = passages.filter(({ from }) => from === id);
    return plainStore({
      ...resourceOf(object, id),
      store,
      service: 'knative',
      leadsTo: passing.map(({ to }) => to),
      narrowedTo: passing.filter(({ narrowed }) => narrowed).map(({ to }) => to),
    });
  });
}

/** What starts workloads by events. */
export function triggersOf(cluster: Cluster, servings: readonly Serving[]): readonly Trigger[] {
  const triggers = cluster.objects.flatMap((object) => {
    const found = triggerOf(cluster, servings, object);
    return [...(found === undefined ? [] : [found]), ...flowTriggers(cluster, servings, object)];
  });
  return withSenders(cluster, servings, triggers);
}

function triggerOf(cluster: Cluster, servings: readonly Serving[], object: KubernetesObject): Trigger | undefined {
  if (isOfGroup(object, 'eventing.knative.dev') && object.kind === 'Trigger') {
    return brokerTrigger(cluster, servings, object);
  }
  if (isOfGroup(object, 'messaging.knative.dev') && object.kind === 'Subscription') {
    return subscription(cluster, servings, object);
  }
  return isOfGroup(object, 'sources.knative.dev') ? sourceTrigger(servings, object) : undefined;
}

function brokerTrigger(cluster: Cluster, servings: readonly Serving[], object: KubernetesObject): Trigger {
  const broker = textOf(valueAt(object.root, 'spec', 'broker')) ?? 'default';
  return plainTrigger({
    ...resourceOf(object, `trigger/${object.name}`),
    trigger: 'cloudevent',
    source: holderNamed(cluster, 'Broker', broker),
    sourceName: broker,
    function: startedAt(servings, valueAt(object.root, 'spec', 'subscriber')),
    filtered: filteredBy(object),
    onFailure: failureOf(cluster, object, 'Broker', broker),
  });
}

function filteredBy({ root, at }: KubernetesObject): Setting<boolean> {
  const filters = entryOf(valueAt(root, 'spec'), 'filters') ?? entryOf(valueAt(root, 'spec', 'filter'), 'attributes');
  return filters === undefined
    ? absent(at)
    : { kind: 'known', value: true, at: filters.keyAt, confidence: 'high', write: () => undefined };
}

function subscription(cluster: Cluster, servings: readonly Serving[], object: KubernetesObject): Trigger {
  const kind = textOf(valueAt(object.root, 'spec', 'channel', 'kind')) ?? 'Channel';
  const name = textOf(valueAt(object.root, 'spec', 'channel', 'name')) ?? '';
  return plainTrigger({
    ...resourceOf(object, `subscription/${object.name}`),
    trigger: 'cloudevent',
    source: holderNamed(cluster, kind, name),
    sourceName: name,
    function: startedAt(servings, valueAt(object.root, 'spec', 'subscriber')),
    onFailure: failureOf(cluster, object, kind, name),
    ...replyIn(cluster, valueAt(object.root, 'spec')),
  });
}

/** What cannot be delivered: as the trigger says, otherwise as its broker or channel does; one that is elsewhere may say so. */
function failureOf(
  cluster: Cluster,
  object: KubernetesObject,
  kind: string,
  name: string,
): Setting<FailureTarget, WriteFailureTarget> {
  const own = deliveryOf(cluster, object);
  if (own.kind !== 'absent') return own;
  const holder = cluster.objects.find((candidate) => candidate.kind === kind && candidate.name === name);
  if (holder === undefined) return unknown(object.at, 'broker or channel elsewhere');
  const shared = deliveryOf(cluster, holder);
  return shared.kind === 'absent' ? own : shared;
}

const sourceKinds = new Map<string, TriggerKind>([
  ['PingSource', 'schedule'],
  ['KafkaSource', 'kafka'],
  ['ApiServerSource', 'other'],
]);

function sourceTrigger(servings: readonly Serving[], object: KubernetesObject): Trigger | undefined {
  const starts = startedAt(servings, valueAt(object.root, 'spec', 'sink'));
  if (starts === undefined) return undefined;
  const id = `${object.kind.toLowerCase()}/${object.name}`;
  const kind = sourceKinds.get(object.kind) ?? 'cloudevent';
  return plainTrigger({
    ...resourceOf(object, id),
    trigger: kind,
    source: undefined,
    sourceName: object.name,
    function: starts,
    onFailure: sinkIn(valueAt(object.root, 'spec')) ?? unknown(object.at, 'sources retry by themselves'),
  });
}
