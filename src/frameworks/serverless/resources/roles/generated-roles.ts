import type { Declared } from '../../../../clouds/aws/template.js';
import { madeReference } from '../../../../clouds/values/made.js';
import { entryOf, textOf, type Value, valueAt } from '../../../../model/value.js';
import { normalized } from '../../service/names.js';
import type { ConfiguredFunction, Service } from '../../service/service.js';
import { madeRole, sharedStatements } from './role-statements.js';

const sharedRole = 'IamRoleLambdaExecution';
const rolesPlugin = 'serverless-iam-roles-per-function';
/** Its forks have it in their names. */
const rolesPlugins = /iam-roles-per-function|^serverless-granular-iam$/;

/** The roles that the framework makes, and which role each function runs as. */
export interface Roles {
  readonly declared: readonly Declared[];
  readonly roleOf: (fn: ConfiguredFunction) => Value;
}

export function rolesOf(service: Service): Roles {
  const roles = new Map(service.functions.map((fn) => [fn.id, roleOf(service, fn)]));
  const users = service.functions.filter(({ id }) => pointsAt(roles.get(id), sharedRole));
  const own = service.functions.filter((fn) => pointsAt(roles.get(fn.id), ownId(fn)));
  const idle = service.functions.filter((fn) => !own.includes(fn) && valueAt(fn.section.map, 'iamRoleStatements'));
  return {
    declared: [
      ...(users.length > 0 || isIdle(service, own) ? [shared(service, users)] : []),
      ...own.map((fn) => ownRole(service, fn)),
      ...idle.map((fn) => idleRole(service, fn)),
    ],
    roleOf: (fn) => roles.get(fn.id) ?? madeReference(fn.at, sharedRole, 'Arn'),
  };
}

/** True if the service says what its functions may do while all of them run as roles that others made. */
function isIdle(service: Service, own: readonly ConfiguredFunction[]): boolean {
  return own.length === 0 && service.functions.length > 0 && sharedStatements(service).values.length > 0;
}

function pointsAt(role: Value | undefined, id: string): boolean {
  return role?.kind === 'reference' && role.to === id;
}

function roleOf(service: Service, fn: ConfiguredFunction): Value {
  const { map } = fn.section;
  const named = valueAt(map, 'role') ?? imported(valueAt(map, 'iam', 'role'));
  if (named !== undefined) return pointed(service, named);
  if (map !== undefined && map.kind !== 'map') return { kind: 'unknown', at: fn.at, because: 'open container' };
  if (hasOwnRole(service, fn) && !hasOnlyShared(service, fn)) return madeReference(fn.at, ownId(fn), 'Arn');
  const given = imported(valueAt(service.provider.map, 'iam', 'role')) ?? valueAt(service.provider.map, 'role');
  if (given !== undefined) return pointed(service, given);
  return service.provider.map?.kind === 'unknown'
    ? { kind: 'unknown', at: fn.at, because: service.provider.map.because }
    : madeReference(fn.at, sharedRole, 'Arn');
}

/** `iam.role` is a role elsewhere unless it is a map of what the role is made from. */
function imported(role: Value | undefined): Value | undefined {
  return role === undefined || role.kind === 'map' || (role.kind === 'scalar' && role.value === null)
    ? undefined
    : role;
}

/** A role of the template may be named by its logical id alone. */
function pointed({ template }: Service, value: Value): Value {
  const text = textOf(value);
  const isResource = text !== undefined && valueAt(template, 'Resources', text) !== undefined;
  return isResource ? { ...madeReference(value.at, text, 'Arn'), origin: value.origin ?? value.at } : value;
}

function hasOwnRole({ provider, plugins, root }: Service, { section }: ConfiguredFunction): boolean {
  const isPlugged =
    [...plugins].some((plugin) => rolesPlugins.test(plugin)) || valueAt(root, 'plugins')?.kind === 'unknown';
  if (textOf(valueAt(provider.map, 'iam', 'role', 'mode')) === 'perFunction') return true;
  if (valueAt(section.map, 'iam', 'role')?.kind === 'map') return true;
  return isPlugged && valueAt(section.map, 'iamRoleStatements') !== undefined;
}

/** A role of its own that has the provider's statements and nothing else is the same role by another name. */
function hasOnlyShared(service: Service, { section }: ConfiguredFunction): boolean {
  const { map } = section;
  const isPlain = valueAt(map, 'iam') === undefined && valueAt(map, 'iamRoleStatements') === undefined;
  return isPlain && inheritsByMode(service, map) && sharedStatements(service).values.length > 0;
}

function ownId({ key }: ConfiguredFunction): string {
  return `${normalized(key)}IamRoleLambdaExecution`;
}

function shared(service: Service, users: readonly ConfiguredFunction[]): Declared {
  const { values, at } = sharedStatements(service);
  return madeRole(service, { id: sharedRole, at, statements: values, ...commonParts(service), users });
}

function commonParts({ provider }: Service) {
  const { map } = provider;
  const role = valueAt(map, 'iam', 'role');
  return {
    managed: [valueAt(role, 'managedPolicies'), valueAt(map, 'iamManagedPolicies')],
    boundary: valueAt(role, 'permissionsBoundary') ?? valueAt(map, 'rolePermissionsBoundary'),
  };
}

function ownRole(service: Service, fn: ConfiguredFunction): Declared {
  const { map } = fn.section;
  const plugin = entryOf(map, 'iamRoleStatements');
  const present = entryOf(valueAt(map, 'iam', 'role'), 'statements');
  const own = plugin ?? present;
  const common = commonParts(service);
  const isInheriting = plugin === undefined ? inheritsByMode(service, map) : inheritsByPlugin(service, map);
  return madeRole(service, {
    id: ownId(fn),
    at: own?.keyAt ?? fn.at,
    statements: [own?.value, ...(isInheriting ? sharedStatements(service).values : [])],
    managed: [
      valueAt(map, 'iam', 'role', 'managedPolicies'),
      valueAt(map, 'iamManagedPolicies'),
      ...(isInheriting ? common.managed : []),
    ],
    boundary: valueAt(map, 'iamPermissionsBoundary') ?? common.boundary,
    users: [fn],
  });
}

/** Statements that no plugin turns into a role. */
function idleRole(service: Service, fn: ConfiguredFunction): Declared {
  const written = entryOf(fn.section.map, 'iamRoleStatements');
  return madeRole(service, {
    id: ownId(fn),
    at: written?.keyAt ?? fn.at,
    statements: [written?.value],
    managed: [],
    boundary: undefined,
    users: [],
  });
}

function inheritsByPlugin({ custom }: Service, map: Value | undefined): boolean {
  const own = textOf(valueAt(map, 'iamRoleStatementsInherit'));
  return (own ?? textOf(valueAt(custom, rolesPlugin, 'defaultInherit'))) === 'true';
}

/** Roles of single functions have the provider's statements too, unless they say otherwise. */
function inheritsByMode({ provider }: Service, map: Value | undefined): boolean {
  const own = textOf(valueAt(map, 'iam', 'role', 'inheritStatements') ?? valueAt(map, 'iam', 'inheritStatements'));
  const isPerFunction = textOf(valueAt(provider.map, 'iam', 'role', 'mode')) === 'perFunction';
  return own === undefined ? isPerFunction : own === 'true';
}
