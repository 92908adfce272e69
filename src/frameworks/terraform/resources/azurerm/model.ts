import type { NamedPolicy, Role } from '../../../../model/identity.js';
import { absent, type Setting } from '../../../../model/setting.js';
import type { Store } from '../../../../model/store.js';
import { textOf } from '../../../../model/value.js';
import { flag, text, words } from '../../../reading/codec.js';
import { firstSaid, unwritable, withWrite } from '../../../reading/writes.js';
import {
  type Declared,
  declarationOf,
  declaredOf,
  type Mapping,
  type Parts,
  property,
  referent,
  same,
  setting,
} from '../cloud.js';
import type { Fields } from '../field.js';
import { appFields, azureApis, azureFunctions, azureMonitors } from './functions.js';

const others: Readonly<Record<string, Fields>> = {
  azurerm_storage_account: same('name', 'allow_nested_items_to_be_public', 'allow_blob_public_access'),
  azurerm_storage_container: same('name', 'container_access_type', 'storage_account_name', 'storage_account_id'),
  azurerm_role_assignment: same('scope', 'role_definition_name', 'role_definition_id', 'principal_id'),
};

/** Whether a type of the Azure provider is read. */
export function isAzure(type: string): boolean {
  return Object.hasOwn(appFields, type) || Object.hasOwn(others, type);
}

/** The resources of the Azure provider, in the words of policies. */
export function azureParts(mapping: Mapping): Parts {
  return {
    functions: azureFunctions(mapping),
    roles: rolesOf(mapping),
    resourcePolicies: [],
    apis: azureApis(mapping),
    routes: [],
    triggers: [],
    stores: [...accounts(mapping), ...containers(mapping)],
    logGroups: [],
    alarms: [],
    monitors: azureMonitors(mapping),
  };
}

/** The identity of every app that has one with the roles it is assigned, and assignments to others. */
function rolesOf(mapping: Mapping): readonly Role[] {
  const apps = declaredOf(mapping, appFields).filter((declared) => property(declared, 'identity') !== undefined);
  const assignments = only(mapping, 'azurerm_role_assignment');
  const own = apps.map((app) => {
    const mine = assignments.filter((one) => referent(property(one, 'principal_id')) === app.id);
    return roleOf({ ...app, id: `${app.id}/identity` }, mine.flatMap(assigned));
  });
  const ids = new Set(apps.map(({ id }) => id));
  const strangers = assignments.filter((one) => !ids.has(referent(property(one, 'principal_id')) ?? ''));
  return [...own, ...strangers.map((one) => roleOf(one, assigned(one)))];
}

function only(mapping: Mapping, type: string): readonly Declared[] {
  return declaredOf(mapping, { [type]: others[type] ?? {} });
}

function assigned(declared: Declared): readonly NamedPolicy[] {
  const role = property(declared, 'role_definition_name');
  const name = textOf(role);
  if (role === undefined || name === undefined) return [];
  const on = referent(property(declared, 'scope'));
  return [{ name, at: role.at, ...scopeOf(declared, on) }];
}

/** Subscriptions and resource groups hold everything; other scopes are single resources. */
function scopeOf(declared: Declared, on: string | undefined): Pick<NamedPolicy, 'scope' | 'on'> {
  const scope = property(declared, 'scope');
  const text = textOf(scope) ?? (scope?.kind === 'pattern' ? JSON.stringify(scope.parts) : '');
  if (on?.includes('azurerm_resource_group.') || /azurerm_(?:subscription|resource_group)\./.test(text))
    return { scope: 'project' };
  if (/^\/subscriptions\/[^/]+(?:\/resourceGroups\/[^/]+)?$/i.test(text)) return { scope: 'project' };
  if (/managementGroups/.test(text)) return { scope: 'organisation' };
  return on === undefined ? { scope: 'unknown' } : { scope: 'resource', on };
}

function roleOf(declared: Declared, named: readonly NamedPolicy[]): Role {
  return {
    ...declarationOf(declared),
    kind: 'role',
    generated: false,
    grants: [],
    named,
    open: false,
    users: [],
    trust: [],
    boundary: absent(declared.at),
    attach: () => undefined,
  };
}

/** Anonymous reading of containers can be switched off for the whole account. */
function accounts(mapping: Mapping): readonly Store[] {
  return only(mapping, 'azurerm_storage_account').map((declared) => {
    const allowed = firstSaid(
      setting(declared, ['allow_nested_items_to_be_public'], flag),
      setting(declared, ['allow_blob_public_access'], flag),
    );
    const blocked = withWrite<boolean, boolean, true>(inverted(allowed), (write) => () => write(false));
    return storeOf(declared, { acl: absent(declared.at), blocked, website: absent(declared.at) });
  });
}

function inverted(read: Setting<boolean>): Setting<boolean> {
  return read.kind === 'known' ? { ...read, value: !read.value } : read;
}

const access = words({ private: 'private', blob: 'read', container: 'read' } as const);

function containers(mapping: Mapping): readonly Store[] {
  return only(mapping, 'azurerm_storage_container').map((declared) => {
    const acl = withWrite<'private' | 'read', 'private' | 'read', 'private' | 'read' | 'write'>(
      setting(declared, ['container_access_type'], access),
      (write) => (word) => (word === 'write' ? undefined : write(word)),
    );
    return storeOf(declared, { acl, blocked: absent(declared.at), website: absent(declared.at) });
  });
}

function storeOf(declared: Declared, publicAccess: NonNullable<Store['publicAccess']>): Store {
  const { at } = declared;
  return {
    ...declarationOf(declared),
    kind: 'store',
    store: 'bucket',
    service: 'storage',
    name: unwritable(setting(declared, ['name'], text)),
    encrypted: absent(at),
    keyRotation: absent(at),
    redrive: absent(at),
    visibilityTimeout: absent(at),
    publicAccess,
    arn: undefined,
    leadsTo: [],
  };
}
