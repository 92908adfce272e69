import type { ServerlessFunction } from '../../model/function.js';
import type { Grant, Role } from '../../model/identity.js';
import type { Model } from '../../model/model.js';
import type { Term } from '../../model/resource.js';
import { known } from '../../model/setting.js';
import { matchesWildcard } from '../permissions/wildcard.js';
import type { GraphEdge } from './edge.js';
import { resourceNameIn } from './reach.js';
import { invokeActions, writeActionsOf } from './writes.data.js';

interface Target {
  readonly id: string;
  readonly name: string | undefined;
  readonly actions: readonly string[];
  readonly kind: 'write' | 'invoke';
}

/** What functions of a stack can write to or invoke. */
export interface Targets {
  readonly byId: ReadonlyMap<string, Target>;
  readonly byName: ReadonlyMap<string, readonly Target[]>;
}

export function targetsOf(model: Model): Targets {
  const stores = model.stores.map(({ id, name, store }): Target => {
    return { id, name: known(name), actions: writeActionsOf(store), kind: 'write' };
  });
  const functions = model.functions.map(
    ({ id }): Target => ({ id, name: undefined, actions: invokeActions, kind: 'invoke' }),
  );
  const workflows = model.workflows.map(({ id }): Target => {
    return { id, name: undefined, actions: writeActionsOf('state-machine'), kind: 'write' };
  });
  const eligible = [...workflows, ...stores, ...functions].filter(({ actions }) => actions.length > 0);
  const byId = new Map(eligible.map((target) => [target.id, target]));
  const byName = new Map<string, Target[]>();
  for (const target of byId.values()) {
    if (target.name !== undefined) byName.set(target.name, [...(byName.get(target.name) ?? []), target]);
  }
  return { byId, byName };
}

/**
 * What a function may write to or invoke among the stack's own resources, by the grants of its role. Grants on
 * everything lead nowhere in particular and are left out.
 */
export function writeEdges(fn: ServerlessFunction, role: Role, targets: Targets): readonly GraphEdge[] {
  const shared = role.users.length > 1;
  return role.grants.flatMap((grant) =>
    targetsIn(grant, targets).map(
      ({ id, kind }): GraphEdge => ({ from: fn.id, to: id, kind, grant, ...(shared && { shared }) }),
    ),
  );
}

function targetsIn(grant: Grant, targets: Targets): readonly Target[] {
  if (grant.effect !== 'allow' || grant.notActions !== undefined || grant.notResources !== undefined) return [];
  const meant = new Set(grant.resources.terms.flatMap((term) => meantBy(term, targets)));
  return [...meant].filter((target) => allows(grant, target.actions));
}

function allows(grant: Grant, actions: readonly string[]): boolean {
  return grant.actions.terms.some(({ text }) => actions.some((action) => matchesWildcard(text, action)));
}

function meantBy(term: Term, { byId, byName }: Targets): readonly Target[] {
  if (term.to !== undefined) return [byId.get(term.to)].filter((target) => target !== undefined);
  const pattern = resourceNameIn(term.text);
  if (pattern === undefined) return [];
  if (!/[*?]/.test(pattern)) return byName.get(pattern) ?? [];
  return [...byName].flatMap(([name, targets]) => (matchesWildcard(pattern, name) ? targets : []));
}
