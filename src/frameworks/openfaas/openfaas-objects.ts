import { isOfGroup, type KubernetesObject, resourceOf } from '../../clouds/kubernetes/objects.js';
import { ingressesOf } from '../../clouds/kubernetes/openfaas/ingresses.js';
import { managementOf } from '../../clouds/kubernetes/openfaas/management.js';
import { entryPointsOf, triggersOf } from '../../clouds/kubernetes/openfaas/openfaas-entry-points.js';
import { functionsOf } from '../../clouds/kubernetes/openfaas/openfaas-functions.js';
import type { OpenFaasStack } from '../../clouds/kubernetes/openfaas/openfaas-stack.js';
import { emptyModel } from '../../clouds/plain/empty-model.js';
import { telemetryOf } from '../../clouds/plain/telemetry.js';
import { flag, mapped } from '../../clouds/values/codec.js';
import { settingOf } from '../../clouds/values/section.js';
import type { Api, Route } from '../../model/api.js';
import { environmentNamed, namesIn } from '../../model/environment.js';
import type { Files } from '../../model/files.js';
import type { Model } from '../../model/model.js';
import { itemsOf, textOf, valueAt } from '../../model/value.js';
import { type Manifests, readManifests } from '../files/kubernetes/manifests.js';
import { notOurs } from '../files/not-ours.js';
import type { Answer, Framework } from '../framework.js';
import { objectSign, openfaasObjectsFiles } from './recognition.js';
import { substituted } from './shell-variables.js';

/** Functions of OpenFaaS as objects of a cluster, and the gateway itself. A stack is a folder of manifests. */
export const openfaasObjects: Framework = { ...openfaasObjectsFiles, unreadAs: 'openfaas', parse: parseStack };

function parseStack(entry: string, files: Files): Answer {
  const manifests = readManifests(entry, files, objectSign);
  if (manifests.kind !== 'manifests') return manifests;
  const stack = stackOf(manifests);
  const functions = functionsOf(stack).map((fn) => ({ ...fn, codeRoot: undefined }));
  const gateways = manifests.objects.flatMap((object) => gatewayOf(object, manifests));
  const endpoints = ingressesOf(manifests.objects, manifests.reading);
  if (functions.length + gateways.length + endpoints.length === 0 && !manifests.open) {
    return notOurs('its manifests declare no function or gateway of OpenFaaS', manifests.notices);
  }
  const entryPoints = [entryPointsOf(stack), ...gateways];
  const { paths, notices, reading } = manifests;
  const model: Model = {
    ...emptyModel('openfaas', paths[0] ?? manifests.folder),
    open: manifests.open,
    environment: environmentNamed(namesIn(manifests.folder)),
    functions,
    apis: entryPoints.flatMap(({ apis }) => apis),
    routes: entryPoints.flatMap(({ routes }) => routes),
    endpoints,
    triggers: triggersOf(stack),
    monitors: telemetryOf(functions),
    unresolved: reading.unresolved,
  };
  return { kind: 'stack', model, files: paths, codeRoots: [], notices, suppressions: [] };
}

/** The objects as the entries of a stack file, which say the same. */
function stackOf({ objects, reading, paths, folder }: Manifests): OpenFaasStack {
  const functions = objects.filter((object) => object.kind === 'Function' && isOfGroup(object, 'openfaas.com'));
  return {
    path: paths[0] ?? folder,
    root: { kind: 'map', entries: [], open: true, at: { path: paths[0] ?? folder, start: 0, end: 0 } },
    functions: functions.map(entryOfFunction),
    reading,
    evaluated: substituted,
    variablesOf: () => [],
  };
}

function entryOfFunction({ name, at, root }: KubernetesObject): OpenFaasStack['functions'][number] {
  return { key: name, keyAt: at, value: valueAt(root, 'spec') ?? root };
}

/** The gateway's deployment, if it says whether callers need a password. */
function gatewayOf(
  object: KubernetesObject,
  { reading }: Manifests,
): readonly { readonly apis: readonly Api[]; readonly routes: readonly Route[] }[] {
  if (object.kind !== 'Deployment') return [];
  const containers = itemsOf(valueAt(object.root, 'spec', 'template', 'spec', 'containers'));
  const gateways = containers.filter((one) => /\bopenfaas\/gateway:/.test(textOf(valueAt(one, 'image')) ?? ''));
  const variables = gateways.flatMap((one) => itemsOf(valueAt(one, 'env')));
  const said = variables.find((variable) => textOf(valueAt(variable, 'name')) === 'basic_auth');
  if (said === undefined) return [];
  const resource = resourceOf(object, `deployment/${object.name}`);
  return [managementOf(resource, settingOf({ map: said, at: said.at, reading }, ['value'], quoted))];
}

/** Variables are texts. */
const quoted = mapped<boolean, boolean>(
  flag,
  (on) => on,
  (on) => String(on),
);
