import { type GoogleBinding, isNarrowing } from '../../../clouds/google/identity/google-bindings.js';
import { type KubernetesObject, resourceOf } from '../../../clouds/kubernetes/objects.js';
import { entryOf, itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { accountId, accountName, connectorId, referredTo } from './connector-objects.js';
import { boundAssets, connectorAssets } from './connector-tables.js';

const kinds: ReadonlySet<string> = new Set(['IAMPolicyMember', 'IAMPartialPolicy', 'IAMPolicy']);

/** Everything that binds members to roles. */
export function connectorBindings(objects: readonly KubernetesObject[]): readonly GoogleBinding[] {
  return objects.filter(({ kind }) => kinds.has(kind)).flatMap((object) => bindingsIn(object, objects));
}

function bindingsIn(object: KubernetesObject, objects: readonly KubernetesObject[]): readonly GoogleBinding[] {
  const spec = valueAt(object.root, 'spec');
  const reference = valueAt(spec, 'resourceRef');
  const kind = textOf(valueAt(reference, 'kind')) ?? '';
  const scope = connectorAssets.get(kind) ?? boundAssets.get(kind) ?? kind;
  const on = referredTo(objects, reference);
  const resource = resourceOf(object, connectorId(object));
  return [spec, ...itemsOf(valueAt(spec, 'bindings'))].flatMap((owner) => {
    const written = valueAt(owner, 'role');
    if (written === undefined) return [];
    const condition = entryOf(owner, 'condition')?.value;
    const narrowed = condition !== undefined && isNarrowing(textOf(valueAt(condition, 'expression')));
    return membersIn(owner).map((value): GoogleBinding => {
      const role = textOf(written) ?? '?';
      const member = textOf(value) ?? textOf(valueAt(value, 'member'));
      const account = accountIn(value) ?? accountName(member);
      return {
        ...resource,
        key: `${resource.id} ${role} ${member ?? '*'}`,
        ...{ role, roleAt: written.at, member, memberAt: value.at, scope, on, narrowed },
        account: account === undefined ? undefined : accountId(account),
      };
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
