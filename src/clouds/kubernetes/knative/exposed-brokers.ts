import type { Api, Route } from '../../../model/api.js';
import { absent, known } from '../../../model/setting.js';
import type { Span } from '../../../model/span.js';
import type { Trigger } from '../../../model/trigger.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { frontApi, frontRoute } from '../../plain/front.js';
import type { Cluster } from '../cluster.js';
import { isOfGroup, type KubernetesObject, resourceOf } from '../objects.js';
import { holderNamed } from './destinations.js';
import { sendersOf } from './event-senders.js';
import { callersOf } from './guards.js';

type EntryPoints = { readonly apis: readonly Api[]; readonly routes: readonly Route[] };

/** A path by which requests from outside reach a broker; all brokers, where none is named. */
interface Front {
  readonly object: KubernetesObject;
  readonly at: Span;
  readonly path: string;
  readonly broker: string | undefined;
}

/** Brokers that have an address outside of the cluster: what reaches them starts whatever their triggers start. */
export function exposedBrokers(cluster: Cluster, triggers: readonly Trigger[]): EntryPoints {
  const fronts = cluster.objects.flatMap(frontsOf);
  const objects = [...new Set(fronts.map(({ object }) => object))];
  return {
    apis: objects.map(apiOf),
    routes: fronts.flatMap((front) => routesOf(cluster, triggers, front)),
  };
}

function apiOf(object: KubernetesObject): Api {
  const resource = resourceOf(object, idOf(object));
  return { ...frontApi({ resource, api: 'knative', visibility: absent(object.at) }), builtInAuth: undefined };
}

function idOf({ kind, name }: KubernetesObject): string {
  return `${kind.toLowerCase()}/${name}`;
}

function routesOf(cluster: Cluster, triggers: readonly Trigger[], front: Front): readonly Route[] {
  const { object, at, path, broker } = front;
  const asked = callersOf(object, cluster);
  const auth = known(asked)?.kind === 'none' ? sendersOf(cluster, broker, at) : asked;
  const source = broker === undefined ? undefined : holderNamed(cluster, 'Broker', broker);
  const isBehind = (trigger: Trigger) =>
    broker === undefined ? trigger.source?.startsWith('broker/') : source !== undefined && trigger.source === source;
  const started = [...new Set(triggers.filter(isBehind).flatMap((trigger) => trigger.function ?? []))];
  const route = {
    ...frontRoute({ ...resourceOf(object, `${idOf(object)} POST ${path}`), at }, idOf(object), '', auth),
    path,
  };
  const posting = { ...route, method: 'POST' };
  if (started.length === 0) return [{ ...posting, function: undefined, integration: 'service' }];
  return started.map((fn) => ({ ...posting, id: `${posting.id} (${fn})`, function: fn }));
}

const ingress = /^(?:kafka-)?broker-ingress$/;

function frontsOf(object: KubernetesObject): readonly Front[] {
  if (object.kind === 'DomainMapping' && isOfGroup(object, 'serving.knative.dev')) return mappedTo(object);
  const rules = itemsOf(valueAt(object.root, 'spec', 'rules'));
  if (object.kind === 'Ingress' && isOfGroup(object, 'networking.k8s.io')) {
    return rules
      .flatMap((rule) => itemsOf(valueAt(rule, 'http', 'paths')))
      .flatMap((path) => frontOf(object, valueAt(path, 'backend', 'service', 'name'), valueAt(path, 'path')));
  }
  if (object.kind !== 'HTTPRoute' || !isOfGroup(object, 'gateway.networking.k8s.io')) return [];
  return rules.flatMap((rule) => {
    const path = valueAt(itemsOf(valueAt(rule, 'matches'))[0], 'path', 'value');
    return itemsOf(valueAt(rule, 'backendRefs')).flatMap((backend) => frontOf(object, valueAt(backend, 'name'), path));
  });
}

/** A name of its own for one broker. */
function mappedTo(object: KubernetesObject): readonly Front[] {
  const ref = valueAt(object.root, 'spec', 'ref');
  const name = valueAt(ref, 'name');
  if (textOf(valueAt(ref, 'kind')) !== 'Broker' || name === undefined) return [];
  return [{ object, at: name.at, path: '/', broker: textOf(name) }];
}

/** The service in front of all brokers: a path of two steps names the namespace and the broker. */
function frontOf(object: KubernetesObject, service: Value | undefined, path: Value | undefined): readonly Front[] {
  if (service === undefined || !ingress.test(textOf(service) ?? '')) return [];
  const written = textOf(path) ?? '/';
  const broker = /^\/[\w-]{1,63}\/([\w-]{1,63})\/?$/.exec(written)?.[1];
  return [{ object, at: service.at, path: written, broker }];
}
