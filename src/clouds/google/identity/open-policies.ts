import type { ResourcePolicy } from '../../../model/identity.js';
import { none } from '../../../model/setting.js';
import { fixedTerms } from '../../values/terms.js';
import { declarationOf } from '../google-stack.js';
import { type GoogleBinding, isWriter } from './google-bindings.js';

/** What holds data and can be bound to everybody, by what a binding is about. */
export const targetKinds: ReadonlyMap<string, ResourcePolicy['targetKind']> = new Map([
  ['pubsub.googleapis.com/Topic', 'topic'],
  ['pubsub.googleapis.com/Subscription', 'queue'],
  ['secretmanager.googleapis.com/Secret', 'secret'],
  ['cloudkms.googleapis.com/CryptoKey', 'key'],
  ['cloudkms.googleapis.com/KeyRing', 'key'],
  ['artifactregistry.googleapis.com/Repository', 'repository'],
  ['bigquery.googleapis.com/Dataset', 'table'],
  ['bigquery.googleapis.com/Table', 'table'],
]);

/** A binding of everybody, as what the thing that it is about says of its callers. */
export function openPolicy(binding: GoogleBinding, targetKind: ResourcePolicy['targetKind']): ResourcePolicy {
  const { role, roleAt, memberAt: at, on, name, narrowed } = binding;
  const actions = isWriter(role) ? [role, 'storage.objects.create'] : [role];
  return {
    ...declarationOf(binding),
    id: binding.key,
    at,
    kind: 'resource-policy',
    targetKind,
    target: name ?? (targetKind === 'function' ? undefined : on),
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
