import type { Grant, NamedPolicy, ResourcePolicy, Role, Terms } from '../../../model/identity.js';
import { absent } from '../../../model/setting.js';
import type { Span } from '../../../model/span.js';
import { bindingOutput } from '../../../model/writes.data.js';
import { type KubernetesObject, resourceOf } from '../../reading/kubernetes/objects.js';
import { plainRole } from '../../reading/plain-role.js';
import { type ConnectorBinding, isEverybody } from './bindings.js';

/** Service accounts with the roles that they are given. `users`: the functions that run as each. */
export function connectorRoles(
  objects: readonly KubernetesObject[],
  bindings: readonly ConnectorBinding[],
  users: ReadonlyMap<string, readonly string[]>,
): readonly Role[] {
  const accounts = new Map(objects.flatMap((one) => (one.kind === 'IAMServiceAccount' ? [[one.name, one]] : [])));
  const names = new Set([...accounts.keys(), ...bindings.flatMap(({ account }) => account ?? [])]);
  return [...names].flatMap((name) => {
    const own = bindings.filter(({ account }) => account === name);
    const declaring = accounts.get(name) ?? own[0]?.object;
    return declaring === undefined ? [] : [roleOf(name, declaring, own, users.get(name) ?? [])];
  });
}

/** The id of the role that stands for a service account. */
export function roleId(account: string): string {
  return `iamserviceaccount/${account}`;
}

function roleOf(
  name: string,
  declaring: KubernetesObject,
  bindings: readonly ConnectorBinding[],
  users: readonly string[],
): Role {
  return plainRole({
    ...resourceOf(declaring, roleId(name)),
    grants: bindings.flatMap(writing),
    named: bindings.map(namedPolicy),
    open: true,
    users,
  });
}

const scopes: ReadonlyMap<string, NamedPolicy['scope']> = new Map([
  ['Project', 'project'],
  ['Folder', 'organisation'],
  ['Organization', 'organisation'],
]);

function namedPolicy({ role, roleAt, about, on, isConditional }: ConnectorBinding): NamedPolicy {
  const scope = (isConditional ? undefined : scopes.get(about)) ?? 'resource';
  return { name: role, at: roleAt, scope, ...(scope === 'resource' && on !== undefined && { on }) };
}

const writers: ReadonlyMap<string, RegExp> = new Map([
  ['StorageBucket', /^roles\/storage\.(?:admin|object(?:Admin|Creator|User)|legacyBucket(?:Writer|Owner))$/],
  ['PubSubTopic', /^roles\/pubsub\.(?:admin|editor|publisher)$/],
]);

/** What a role on one bucket or topic lets its holder put there. */
function writing({ role, roleAt: at, about, on, isConditional }: ConnectorBinding): readonly Grant[] {
  if (on === undefined || isConditional || writers.get(about)?.test(role) !== true) return [];
  const inside = about === 'StorageBucket' ? `\${${on}}/*` : `\${${on}}`;
  const nothing = termsAt([], at);
  return [
    {
      id: `${role} ${on}`,
      at,
      effect: 'allow',
      actions: termsAt([bindingOutput], at),
      notActions: undefined,
      resources: { ...nothing, terms: [{ text: inside, at, to: on }] },
      notResources: undefined,
      conditions: [],
      conditionsOpen: false,
      origin: 'method',
      originName: role,
    },
  ];
}

const targetKinds = new Map<string, ResourcePolicy['targetKind']>([
  ['PubSubTopic', 'topic'],
  ['PubSubSubscription', 'queue'],
  ['SecretManagerSecret', 'secret'],
  ['KMSCryptoKey', 'key'],
  ['KMSKeyRing', 'key'],
  ['ArtifactRegistryRepository', 'repository'],
]);

/** Bindings of everybody on what holds data. Functions are judged by their routes, buckets by their access. */
export function connectorPolicies(bindings: readonly ConnectorBinding[]): readonly ResourcePolicy[] {
  return bindings.flatMap((binding) => {
    const targetKind = targetKinds.get(binding.about);
    return targetKind === undefined || !isEverybody(binding.member) ? [] : [policyOf(binding, targetKind)];
  });
}

function policyOf(binding: ConnectorBinding, targetKind: ResourcePolicy['targetKind']): ResourcePolicy {
  const { object, role, roleAt, member = '*', memberAt: at, on } = binding;
  return {
    ...resourceOf(object, `${object.kind.toLowerCase()}/${object.name} ${role} ${member}`),
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
    conditionsOpen: binding.isConditional,
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
