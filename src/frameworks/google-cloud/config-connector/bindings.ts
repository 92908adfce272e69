import type { Span } from '../../../model/span.js';
import { entryOf, itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import type { KubernetesObject } from '../../reading/kubernetes/objects.js';
import { accountName, referredTo } from './objects.js';

/** One member that has a role on something. */
export interface ConnectorBinding {
  readonly object: KubernetesObject;
  readonly role: string;
  readonly roleAt: Span;
  /** `allUsers`, `user:...`; undefined when it is not known. */
  readonly member: string | undefined;
  readonly memberAt: Span;
  /** The name of the service account, if it is one. */
  readonly account: string | undefined;
  /** The kind of what it is about: `Project`, `StorageBucket` ... */
  readonly about: string;
  /** Its id, if it is one of the manifests. */
  readonly on: string | undefined;
  readonly isConditional: boolean;
}

const kinds: ReadonlySet<string> = new Set(['IAMPolicyMember', 'IAMPartialPolicy', 'IAMPolicy']);

/** Everything that binds members to roles. */
export function connectorBindings(objects: readonly KubernetesObject[]): readonly ConnectorBinding[] {
  return objects.filter(({ kind }) => kinds.has(kind)).flatMap((object) => bindingsIn(object, objects));
}

function bindingsIn(object: KubernetesObject, objects: readonly KubernetesObject[]): readonly ConnectorBinding[] {
  const spec = valueAt(object.root, 'spec');
  const reference = valueAt(spec, 'resourceRef');
  const about = textOf(valueAt(reference, 'kind')) ?? '';
  const on = referredTo(objects, reference);
  return [spec, ...itemsOf(valueAt(spec, 'bindings'))].flatMap((owner) => {
    const role = valueAt(owner, 'role');
    if (role === undefined) return [];
    const isConditional = entryOf(owner, 'condition') !== undefined;
    return membersIn(owner).map((value) => {
      const member = textOf(value) ?? textOf(valueAt(value, 'member'));
      const account = accountIn(value) ?? accountName(member);
      const [roleAt, memberAt] = [role.at, value.at];
      return { object, role: textOf(role) ?? '?', roleAt, member, memberAt, account, about, on, isConditional };
    });
  });
}

function membersIn(owner: Value | undefined): readonly Value[] {
  const one = valueAt(owner, 'member') ?? valueAt(owner, 'memberFrom');
  return one === undefined ? itemsOf(valueAt(owner, 'members')) : [one];
}

/** The account of the manifests to which a member refers. */
function accountIn(member: Value): string | undefined {
  const from = valueAt(member, 'memberFrom') ?? member;
  return textOf(valueAt(from, 'serviceAccountRef', 'name'));
}

/** Whether a member is everybody. */
export function isEverybody(member: string | undefined): boolean {
  return member === 'allUsers' || member === 'allAuthenticatedUsers';
}
