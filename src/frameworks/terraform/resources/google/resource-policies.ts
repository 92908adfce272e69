import type { ResourcePolicy } from '../../../../model/identity.js';
import { absent } from '../../../../model/setting.js';
import { declarationOf, type Mapping } from '../cloud.js';
import { type Binding, isEverybody, isInvoker, isWriter } from './bindings.js';
import { termsAt } from './identities.js';

const targetKinds = new Map<string, ResourcePolicy['targetKind']>([
  ['pubsub_topic', 'topic'],
  ['pubsub_subscription', 'queue'],
  ['secret_manager_secret', 'secret'],
  ['kms_crypto_key', 'key'],
  ['kms_key_ring', 'key'],
  ['artifact_registry_repository', 'repository'],
  ['bigquery_dataset', 'table'],
  ['bigquery_table', 'table'],
]);

/** Bindings of everybody on what holds data, and on functions and buckets that no declaration here stands for. */
export function googlePolicies(mapping: Mapping, bindings: readonly Binding[]): readonly ResourcePolicy[] {
  const declared = new Set(mapping.resources.all.map(({ instance }) => instance.id));
  const open = bindings.filter(({ member, narrowed }) => isEverybody(member) && !narrowed);
  return open.flatMap((binding) => {
    const targetKind = targetKinds.get(binding.scope) ?? kindElsewhere(binding, declared);
    return targetKind === undefined ? [] : [policyOf(binding, targetKind)];
  });
}

/** Declared functions are judged by their routes, buckets by their access. Other roles on a function show how it is set. */
function kindElsewhere(
  { scope, role, on = '' }: Binding,
  declared: ReadonlySet<string>,
): ResourcePolicy['targetKind'] | undefined {
  if (scope === 'storage_bucket') return declared.has(on) ? undefined : 'bucket';
  if (!/^cloud_?(?:functions|run)/.test(scope)) return undefined;
  return declared.has(on) && isInvoker(role) ? undefined : 'function';
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
    target: targetKind === 'function' ? undefined : on,
    permission: false,
    effect: 'allow',
    principals: [{ kind: 'any', term: { text: '*', at } }],
    principalsOpen: false,
    exceptPrincipals: false,
    actions: termsAt(isWriter(role) ? [role, 'storage.objects.create'] : [role], roleAt),
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
