import type { ResourcePolicy } from '../../model/identity.js';
import type { Resource } from '../../model/resource.js';
import { none } from '../../model/setting.js';
import { fixedTerms } from '../values/terms.js';
import { type GoogleBinding, isWriter } from './bindings.js';

/** What holds data and can be bound to everybody, by what a binding is about. */
export const targetKinds: ReadonlyMap<string, ResourcePolicy['targetKind']> = new Map([
  ['pubsub_topic', 'topic'],
  ['pubsub_subscription', 'queue'],
  ['secret_manager_secret', 'secret'],
  ['kms_crypto_key', 'key'],
  ['kms_key_ring', 'key'],
  ['artifact_registry_repository', 'repository'],
  ['bigquery_dataset', 'table'],
  ['bigquery_table', 'table'],
]);

/** A binding of everybody, as what the thing that it is about says of its callers. */
export function openPolicy(
  resource: Resource,
  binding: GoogleBinding,
  targetKind: ResourcePolicy['targetKind'],
): ResourcePolicy {
  const { role, roleAt, memberAt: at, on, narrowed } = binding;
  const actions = isWriter(role) ? [role, 'storage.objects.create'] : [role];
  return {
    ...resource,
    at,
    kind: 'resource-policy',
    targetKind,
    target: targetKind === 'function' ? undefined : on,
    permission: false,
    effect: 'allow',
    principals: [{ kind: 'any', term: { text: '*', at } }],
    principalsOpen: false,
    exceptPrincipals: false,
    actions: fixedTerms(
      actions.map((text) => ({ text, at: roleAt })),
      roleAt,
    ),
    resources: fixedTerms([], at),
    conditions: [],
    conditionsOpen: narrowed,
    sourceArn: none(at),
    sourceAccount: none(at),
    organisation: none(at),
    urlAuth: none(at),
    addCondition: () => undefined,
  };
}
