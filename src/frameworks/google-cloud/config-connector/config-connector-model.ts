import { mapGoogle } from '../../../clouds/google/google-model.js';
import { servingsOf } from '../../../clouds/kubernetes/knative/servings.js';
import type { Role } from '../../../model/identity.js';
import type { Model } from '../../../model/model.js';
import { fixed } from '../../../model/setting.js';
import { textOf, valueAt } from '../../../model/value.js';
import type { Manifests } from '../../files/kubernetes/manifests.js';
import { accountId, accountName, connectorObjects } from './connector-objects.js';
import { connectorStack } from './connector-resources.js';

/** A model of manifests with what they declare of Google Cloud itself: functions, accounts, bindings, stores. */
export function withConnector(model: Model, manifests: Manifests): Model {
  const objects = connectorObjects(manifests);
  if (objects.length === 0) return model;
  const google = mapGoogle(connectorStack(objects, manifests.reading));
  const served = servedAs(manifests, google.roles);
  return {
    ...model,
    functions: [...model.functions.map((fn) => withRole(fn, served)), ...google.functions],
    roles: [...model.roles, ...google.roles.map((role) => withUsers(role, served))],
    resourcePolicies: [...model.resourcePolicies, ...google.resourcePolicies],
    endpoints: google.endpoints ?? [],
    federations: google.federations ?? [],
    apis: [...model.apis, ...google.apis],
    routes: [...model.routes, ...google.routes],
    triggers: [...model.triggers, ...google.triggers],
    stores: [...model.stores, ...google.stores],
  };
}

/** The roles of Cloud Run services in Knative's form, which name accounts by their addresses. */
function servedAs(manifests: Manifests, roles: readonly Role[]): ReadonlyMap<string, string> {
  const ids = new Set(roles.map(({ id }) => id));
  const served = servingsOf(manifests).flatMap(({ id, object }): readonly (readonly [string, string])[] => {
    const written = valueAt(object.root, 'spec', 'template', 'spec', 'serviceAccountName');
    const name = accountName(textOf(written));
    return name !== undefined && ids.has(accountId(name)) ? [[id, accountId(name)]] : [];
  });
  return new Map(served);
}

function withRole(fn: Model['functions'][number], served: ReadonlyMap<string, string>): Model['functions'][number] {
  const role = served.get(fn.id);
  return role === undefined ? fn : { ...fn, role: fixed(role, fn.role.at) };
}

function withUsers(role: Role, served: ReadonlyMap<string, string>): Role {
  const users = [...served].flatMap(([id, account]) => (account === role.id ? [id] : []));
  return { ...role, users: [...role.users, ...users] };
}
