import { entryOf, textOf, valueAt } from '../../../model/value.js';
import type { Cluster } from '../cluster.js';
import { isOfGroup, type KubernetesObject } from '../objects.js';
import { holderAt, holderNamed } from './destinations.js';

/** A way that events take from one holder to another without a workload between them. */
interface Passage {
  readonly from: string;
  readonly to: string;
  /** Only some events go this way. */
  readonly narrowed: boolean;
}

/** The ways that triggers and subscriptions open between brokers, channels and flows. */
export function passagesOf(cluster: Cluster): readonly Passage[] {
  return cluster.objects.flatMap((object) => {
    const spec = valueAt(object.root, 'spec');
    const from = sourceOf(cluster, object);
    const subscriber = entryOf(spec, 'subscriber') ?? entryOf(spec, 'reply');
    const to = holderAt(cluster, subscriber?.value);
    return from === undefined || to === undefined ? [] : [{ from, to, narrowed: isNarrowed(object) }];
  });
}

function sourceOf(cluster: Cluster, object: KubernetesObject): string | undefined {
  const spec = valueAt(object.root, 'spec');
  if (isOfGroup(object, 'eventing.knative.dev') && object.kind === 'Trigger') {
    return holderNamed(cluster, 'Broker', textOf(valueAt(spec, 'broker')) ?? 'default');
  }
  if (!isOfGroup(object, 'messaging.knative.dev') || object.kind !== 'Subscription') return undefined;
  const kind = textOf(valueAt(spec, 'channel', 'kind')) ?? 'Channel';
  return holderNamed(cluster, kind, textOf(valueAt(spec, 'channel', 'name')) ?? '');
}

function isNarrowed({ root }: KubernetesObject): boolean {
  return valueAt(root, 'spec', 'filters') !== undefined || valueAt(root, 'spec', 'filter') !== undefined;
}
