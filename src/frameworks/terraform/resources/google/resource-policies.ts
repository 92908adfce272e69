import type { ResourcePolicy } from '../../../../model/identity.js';
import { absent } from '../../../../model/setting.js';
import { declarationOf } from '../cloud.js';
import { type Binding, isEverybody } from './bindings.js';
import { termsAt } from './identities.js';

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
