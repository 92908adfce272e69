import { textOf, type Value, valueAt } from '../../../model/value.js';
import type { Cluster } from '../cluster.js';
import { isOfGroup, type KubernetesObject } from '../objects.js';
import type { Serving } from './servings.js';

/** The id of what holds events: a broker, a channel, a flow. */
export function holderId({ kind, name }: Pick<KubernetesObject, 'kind' | 'name'>): string {
  return `${kind.toLowerCase()}/${name}`;
}

/** Brokers, channels and flows, which take events and pass them on. */
export function isHolder(object: KubernetesObject): boolean {
  if (isOfGroup(object, 'eventing.knative.dev')) return object.kind === 'Broker';
  if (isOfGroup(object, 'flows.knative.dev')) return object.kind === 'Sequence' || object.kind === 'Parallel';
  return isOfGroup(object, 'messaging.knative.dev') && object.kind.endsWith('Channel');
}

/** The id of a holder of the manifests by its kind and name. */
export function holderNamed({ objects }: Cluster, kind: string, name: string): string | undefined {
  const found = objects.find((object) => object.name === name && object.kind === kind && isHolder(object));
  return found && holderId(found);
}

/** The holder to which a destination leads. */
export function holderAt(cluster: Cluster, destination: Value | undefined): string | undefined {
  const kind = textOf(valueAt(destination, 'ref', 'kind')) ?? '';
  const name = textOf(valueAt(destination, 'ref', 'name')) ?? '';
  return holderNamed(cluster, kind, name) ?? brokerBehind(cluster, textOf(valueAt(destination, 'uri')) ?? '');
}

const ingress = /\bbroker-ingress\.knative-eventing\.svc[^/]{0,40}\/[\w-]{1,63}\/([\w-]{1,63})\/?$/;

/** The broker of the manifests to which an address within the cluster leads. */
export function brokerBehind(cluster: Cluster, address: string): string | undefined {
  const name = ingress.exec(address)?.[1];
  return name === undefined ? undefined : holderNamed(cluster, 'Broker', name);
}

/** The workload to which a destination leads. */
export function startedAt(servings: readonly Serving[], destination: Value | undefined): string | undefined {
  const kind = textOf(valueAt(destination, 'ref', 'kind'));
  const name = textOf(valueAt(destination, 'ref', 'name'));
  return servings.find(({ object }) => object.name === name && object.kind === kind)?.id;
}
