import type { NamedPolicy, ResourcePolicy, Role, Terms } from '../../../../model/identity.js';
import { absent } from '../../../../model/setting.js';
import type { Span } from '../../../../model/span.js';
import { type Declared, declarationOf, declaredOf, type Mapping, same } from '../cloud.js';
import { type Binding, isEverybody } from './bindings.js';

/** Service accounts with the roles that they are given, and members that are declared elsewhere. */
export function googleRoles(mapping: Mapping, bindings: readonly Binding[]): readonly Role[] {
  const accounts = declaredOf(mapping, { google_service_account: same('account_id') });
  const own = new Set(accounts.map(({ id }) => id));
  const declared = accounts.map((account) =>
    roleOf(account, bindings.filter((binding) => binding.account === account.id).map(namedPolicy)),
  );
  const strangers = bindings.filter(({ account, scope }) => !own.has(account ?? '') && wide.has(scope));
  return [...declared, ...strangers.map((binding) => roleOf(binding.declared, [namedPolicy(binding)]))];
}

const wide: ReadonlySet<string> = new Set(['project', 'folder', 'organization']);

function namedPolicy({ role, roleAt, scope, on }: Binding): NamedPolicy {
  const reach = scope === 'project' ? 'project' : wide.has(scope) ? 'organisation' : 'resource';
  return { name: role, at: roleAt, scope: reach, ...(reach === 'resource' && on !== undefined && { on }) };
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

const targetKinds = new Map<string, ResourcePolicy['targetKind']>([
  ['pubsub_topic', 'topic'],
  ['pubsub_subscription', 'queue'],
  ['secret_manager_secret', 'secret'],
  ['kms_crypto_key', 'key'],
  ['kms_key_ring', 'key'],
  ['artifact_registry_repository', 'repository'],
  ['bigquery_dataset', 'other'],
]);

/** Bindings of everybody on what holds data. Functions are judged by their routes, buckets by their access. */
export function googlePolicies(bindings: readonly Binding[]): readonly ResourcePolicy[] {
  return bindings.flatMap((binding) => {
    const targetKind = targetKinds.get(binding.scope);
    return targetKind === undefined || !isEverybody(binding.member) ? [] : [policyOf(binding, targetKind)];
  });
}

function policyOf(binding: Binding, targetKind: ResourcePolicy['targetKind']): ResourcePolicy {
  const { declared, role, roleAt, member = '*', memberAt, on } = binding;
  const at = memberAt;
  return {
    ...declarationOf(declared),
    id: binding.alone ? declared.id : `${declared.id}/${role}/${member}`,
    at,
    kind: 'resource-policy',
    targetKind,
    target: on,
    permission: false,
    effect: 'allow',
    principals: [{ kind: 'any', term: { text: '*', at } }],
    principalsOpen: false,
    exceptPrincipals: false,
    actions: termsAt([role], roleAt),
    resources: termsAt([], at),
    conditions: [],
    conditionsOpen: false,
    sourceArn: absent(at),
    sourceAccount: absent(at),
    organisation: absent(at),
    urlAuth: absent(at),
    addCondition: () => undefined,
  };
}

function termsAt(texts: readonly string[], at: Span): Terms {
  return { terms: texts.map((text) => ({ text, at })), open: false, at, write: () => undefined };
}
