import type { Api, Auth, Route } from '../../../model/api.js';
import { known, type Setting, unknown } from '../../../model/setting.js';
import type { Edit } from '../../../model/span.js';
import { itemsOf, textOf, valueAt } from '../../../model/value.js';
import { frontApi, frontRoute } from '../../plain/front.js';
import { type Codec, flag, mapped, text } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';
import { mapSetting, withWrite } from '../../values/writes.js';
import type { Cluster } from '../cluster.js';
import { isOfGroup, type KubernetesObject, objectSection, resourceOf } from '../objects.js';
import { callersOf } from './guards.js';
import type { Serving } from './servings.js';
import { visibilityOf } from './visibility.js';

type EntryPoints = { readonly apis: readonly Api[]; readonly routes: readonly Route[] };

/** The addresses by which requests reach the workloads. */
export function entryPointsOf(cluster: Cluster, servings: readonly Serving[]): EntryPoints {
  const services = servings.filter(({ object }) => object.kind === 'Service');
  const found = [
    ...services.map((serving) => entryPointOf(cluster, serving, serving.object)),
    ...routeObjects(cluster, servings).map(([serving, object]) => entryPointOf(cluster, serving, object)),
  ];
  return { apis: found.map(({ api }) => api), routes: found.map(({ route }) => route) };
}

/** Route objects with the configurations that they lead to. */
function routeObjects(
  { objects }: Cluster,
  servings: readonly Serving[],
): readonly (readonly [Serving, KubernetesObject])[] {
  const routes = objects.filter((object) => isOfGroup(object, 'serving.knative.dev') && object.kind === 'Route');
  return routes.flatMap((route) => {
    const names = itemsOf(valueAt(route.root, 'spec', 'traffic')).map((part) =>
      textOf(valueAt(part, 'configurationName')),
    );
    const serving = servings.find(({ object }) => object.kind === 'Configuration' && names.includes(object.name));
    return serving === undefined ? [] : [[serving, route] as const];
  });
}

function entryPointOf(cluster: Cluster, serving: Serving, object: KubernetesObject) {
  const id = `${object.kind.toLowerCase()}/${object.name}`;
  const { isCloudRun } = serving;
  const visibility = isCloudRun ? ingressOf(object, cluster) : visibilityOf(object, cluster);
  const auth = isCloudRun ? invokersOf(object, cluster) : callersOf(object, cluster);
  const api = frontApi({ resource: resourceOf(object, id), api: isCloudRun ? 'cloud-run' : 'knative', visibility });
  return { api, route: frontRoute(resourceOf(object, `${id} ANY /`), id, serving.id, auth) };
}

const ingress: Codec<'public' | 'private'> = mapped(
  text,
  (written) => (written === 'all' ? 'public' : written.startsWith('internal') ? 'private' : undefined),
  (word) => (word === 'private' ? 'internal' : 'all'),
);

function ingressOf(object: KubernetesObject, { reading }: Cluster): Api['visibility'] {
  return settingOf(objectSection(object, reading), ['metadata', 'annotations', 'run.googleapis.com/ingress'], ingress);
}

const invokerCheck = 'run.googleapis.com/invoker-iam-disabled';

/** Cloud Run asks callers for an identity unless told otherwise here; other invokers are bound elsewhere. */
function invokersOf(object: KubernetesObject, { reading }: Cluster): Setting<Auth> {
  const disabled = settingOf(objectSection(object, reading), ['metadata', 'annotations', invokerCheck], flag);
  if (disabled.kind === 'absent') return unknown(object.at, 'invokers are bound elsewhere');
  if (known(disabled) === false) return unknown(disabled.at, 'invokers are bound elsewhere');
  const remove = disabled.kind === 'known' ? disabled.remove : undefined;
  const close = (auth: Auth): readonly Edit[] | undefined => (auth.kind === 'iam' ? remove?.() : undefined);
  return withWrite<Auth, boolean, Auth>(
    mapSetting<boolean, Auth, boolean>(disabled, (off) => (off ? { kind: 'none' } : undefined)),
    () => close,
  );
}
