import type { Declared } from '../../../../clouds/azure/deployment.js';
import { termOf } from '../../../../clouds/values/terms.js';
import { type MapValue, textOf, valueAt } from '../../../../model/value.js';
import { changedAt } from './entries.js';

const identity = 'microsoft.managedidentity/userassignedidentities';
const assignment = 'microsoft.authorization/roleassignments';

/**
 * Roles are also assigned to people, groups and identities that other stacks declare. Each such assignment stands for
 * the identity that it is about.
 */
export function withOtherPrincipals(declared: readonly Declared[]): readonly Declared[] {
  const principals = new Set(declared.filter(isPrincipal).map(({ id }) => id));
  return declared.flatMap((one): readonly Declared[] => {
    const { map } = one.body;
    if (one.type !== assignment || map?.kind !== 'map') return [one];
    const to = termOf(valueAt(map, 'properties', 'principalId'))?.to;
    return principals.has(to ?? '') ? [one] : [pointedAtItself(one, map), { ...one, type: identity, scope: undefined }];
  });
}

function isPrincipal({ type, body }: Declared): boolean {
  return type === identity || /SystemAssigned/i.test(textOf(valueAt(body.map, 'identity', 'type')) ?? '');
}

function pointedAtItself(one: Declared, map: MapValue): Declared {
  const own = changedAt(map, ['properties', 'principalId'], ({ at }) => ({ kind: 'reference', to: one.id, at }));
  return { ...one, id: `${one.id}/assignment`, body: { ...one.body, map: own } };
}
