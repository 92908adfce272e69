import { servingsOf } from '../../../clouds/kubernetes/knative/servings.js';
import type { Model } from '../../../model/model.js';
import { fixed } from '../../../model/setting.js';
import { textOf, valueAt } from '../../../model/value.js';
import type { Manifests } from '../../files/kubernetes/manifests.js';
import { connectorBindings } from './bindings.js';
import { accountOf, connectorFunction } from './config-connector-functions.js';
import { connectorPolicies, connectorRoles, roleId } from './identities.js';
import { accountName, connectorObjects, isFunctionKind } from './objects.js';
import { connectorEntryPoints } from './services-and-routes.js';
import { connectorStores } from './stores.js';
import { connectorTriggers } from './triggers.js';

/** A model of manifests with what they declare of Google Cloud itself: functions, accounts, bindings, stores. */
export function withConnector(model: Model, manifests: Manifests): Model {
  const objects = connectorObjects(manifests);
  if (objects.length === 0) return model;
  const { reading } = manifests;
  const functions = objects.filter(isFunctionKind);
  const bindings = connectorBindings(objects);
  const served = servingAccounts(manifests);
  const users = new Map<string, readonly string[]>();
  const runs = [...functions.map((object) => [object.name, accountOf(object)] as const), ...served];
  for (const [id, account] of runs) {
    if (account !== undefined) users.set(account, [...(users.get(account) ?? []), id]);
  }
  const roles = connectorRoles(objects, bindings, users);
  const accounts = new Set(bindings.flatMap(({ account }) => account ?? []));
  const entryPoints = connectorEntryPoints(functions, bindings, reading);
  return {
    ...model,
    functions: [
      ...model.functions.map((fn) => withRole(fn, served, accounts)),
      ...functions.map((object) => connectorFunction(object, accounts, reading)),
    ],
    roles: [...model.roles, ...roles],
    resourcePolicies: [...model.resourcePolicies, ...connectorPolicies(bindings)],
    apis: [...model.apis, ...entryPoints.apis],
    routes: [...model.routes, ...entryPoints.routes],
    triggers: [...model.triggers, ...connectorTriggers(objects, reading)],
    stores: [...model.stores, ...connectorStores(objects, bindings, reading)],
  };
}

/** The accounts that Cloud Run services in Knative's form name. */
function servingAccounts(manifests: Manifests): ReadonlyMap<string, string | undefined> {
  return new Map(
    servingsOf(manifests).map(({ id, object }) => {
      const written = textOf(valueAt(object.root, 'spec', 'template', 'spec', 'serviceAccountName'));
      return [id, accountName(written)];
    }),
  );
}

function withRole(
  fn: Model['functions'][number],
  served: ReadonlyMap<string, string | undefined>,
  accounts: ReadonlySet<string>,
): Model['functions'][number] {
  const account = served.get(fn.id);
  if (account === undefined || !accounts.has(account)) return fn;
  return { ...fn, role: fixed(roleId(account), fn.role.at) };
}
