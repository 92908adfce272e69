import { isEverybody, isInvoker } from '../../../clouds/google/bindings.js';
import { type KubernetesObject, objectSection, resourceOf } from '../../../clouds/kubernetes/objects.js';
import { frontApi, frontRoute } from '../../../clouds/plain/front.js';
import { words } from '../../../clouds/values/codec.js';
import { settingOf } from '../../../clouds/values/section.js';
import type { Api, Auth, Route } from '../../../model/api.js';
import { fixed, type Setting, unknown } from '../../../model/setting.js';
import { textOf, valueAt } from '../../../model/value.js';
import type { Reading } from '../../../notation/writer.js';
import type { ConnectorBinding } from './bindings.js';

type EntryPoints = { readonly apis: readonly Api[]; readonly routes: readonly Route[] };

/** The addresses of functions and services, and who may call them. */
export function connectorEntryPoints(
  functions: readonly KubernetesObject[],
  bindings: readonly ConnectorBinding[],
  reading: Reading,
): EntryPoints {
  const called = functions.filter(isCalled);
  return {
    apis: called.map((object) => apiOf(object, reading)),
    routes: called.map((object) => {
      const id = apiId(object);
      return frontRoute(resourceOf(object, `${id} ANY /`), id, object.name, callersOf(object, bindings));
    }),
  };
}

function isCalled({ kind, root }: KubernetesObject): boolean {
  const spec = valueAt(root, 'spec');
  if (kind === 'CloudFunctionsFunction') return valueAt(spec, 'httpsTrigger') !== undefined;
  return valueAt(spec, 'eventTrigger') === undefined;
}

function apiId({ kind, name }: KubernetesObject): string {
  return `${kind.toLowerCase()}/${name}`;
}

const ingress = words({
  INGRESS_TRAFFIC_ALL: 'public',
  INGRESS_TRAFFIC_INTERNAL_ONLY: 'private',
  INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER: 'private',
  ALLOW_ALL: 'public',
  ALLOW_INTERNAL_ONLY: 'private',
  ALLOW_INTERNAL_AND_GCLB: 'private',
} as const);

const places: Readonly<Record<string, readonly string[]>> = {
  RunService: ['spec', 'ingress'],
  CloudFunctionsFunction: ['spec', 'ingressSettings'],
  CloudFunctions2Function: ['spec', 'serviceConfig', 'ingressSettings'],
};

function apiOf(object: KubernetesObject, reading: Reading): Api {
  const visibility = settingOf(objectSection(object, reading), places[object.kind] ?? ['spec'], {
    ...ingress,
    write: () => undefined,
  });
  const api = object.kind === 'RunService' ? 'cloud-run' : 'cloud-function';
  return frontApi({ resource: resourceOf(object, apiId(object)), api, visibility });
}

/** Everybody where `allUsers` is bound; named members are asked who they are; other bindings may be elsewhere. */
function callersOf(object: KubernetesObject, bindings: readonly ConnectorBinding[]): Setting<Auth> {
  const own = bindings.filter(({ scope, on, role }) => scope === object.kind && on === object.name && isInvoker(role));
  const open = own.find(({ member }) => isEverybody(member));
  if (open !== undefined) return fixed<Auth, Auth>({ kind: 'none' }, open.memberAt);
  const disabled = textOf(valueAt(object.root, 'spec', 'invokerIamDisabled'));
  if (disabled === 'true') return fixed<Auth, Auth>({ kind: 'none' }, object.at);
  const [named] = own;
  if (named === undefined || own.some(({ member, account }) => member === undefined && account === undefined)) {
    return unknown(object.at, 'invokers are bound elsewhere');
  }
  return fixed<Auth, Auth>({ kind: 'iam' }, named.memberAt);
}
