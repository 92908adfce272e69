import type { ActionFact } from '../../facts/iam/actions.js';
import { actionsOf, allowsOf, type GrantedAction } from '../../facts/permissions/grants.js';
import { matchesWildcard } from '../../facts/permissions/wildcard.js';
import type { Grant, Role } from '../../model/identity.js';
import { spanKey } from '../../model/span.js';
import type { RoleNeeds } from './users.js';

/** What one statement allows beyond what is needed. */
export interface SpareGrant {
  readonly grant: Grant;
  /** As they are written. */
  readonly spare: readonly GrantedAction[];
  /** Actions of the statement that calls need. */
  readonly kept: readonly string[];
  /** The list of actions that would be enough; empty if the whole statement is spare. */
  readonly enough: readonly string[];
}

/** The statements of a role that allow more than its functions need. */
export function spareGrants(role: Role, needs: RoleNeeds): readonly SpareGrant[] {
  return allowsOf(role).flatMap((grant): readonly SpareGrant[] => {
    if (!isWrittenOut(grant) || grant.notActions || grant.notResources || grant.actions.open) return [];
    const actions = actionsOf(role, grant);
    // An action that is not known, or that only the deployment knows.
    if (actions.length < grant.actions.terms.length || actions.some(({ facts }) => facts.length === 0)) return [];
    const read = actions.map((action) => readOne(action, needs));
    const spare = read.flatMap(({ action, enough }) => (enough === undefined ? [] : [action]));
    if (spare.length === 0) return [];
    const enough = read.flatMap(({ action, enough: less }) => less ?? [action.term.text]);
    return [{ grant, spare, kept: [...new Set(read.flatMap(({ kept }) => kept))], enough: [...new Set(enough)] }];
  });
}

/** Actions that a person wrote, each in its own place; not what a method of a framework grants with one call. */
function isWrittenOut({ origin, actions: { terms } }: Grant): boolean {
  return origin === 'statement' && new Set(terms.map(({ at }) => spanKey(at))).size === terms.length;
}

interface Read {
  readonly action: GrantedAction;
  readonly kept: readonly string[];
  /** The actions to write in its place; undefined if it is needed as it is. */
  readonly enough: readonly string[] | undefined;
}

function readOne(action: GrantedAction, { called, perhaps }: RoleNeeds): Read {
  const names = action.facts.map((fact) => `${action.service}:${fact.name}`);
  const kept = names.filter((name) => called.has(name));
  const open = names.filter((name) => perhaps.some((pattern) => matchesWildcard(pattern, name)));
  const needed = names.filter((name) => kept.includes(name) || open.includes(name));
  if (needed.length === 0) return { action, kept, enough: [] };
  if (!/[*?]/.test(action.name) || !isMuch(action.facts, action.service, needed))
    return { action, kept, enough: undefined };
  // What the platform may need of a whole service cannot be told apart.
  const isOpenWhole = open.length === names.length;
  return { action, kept, enough: isOpenWhole || kept.length === 0 ? undefined : needed };
}

/** A pattern is worth splitting only if it allows changes that nothing needs. */
function isMuch(facts: readonly ActionFact[], service: string, needed: readonly string[]): boolean {
  return facts.some(
    ({ name, level }) => (level === 'write' || level === 'permissions') && !needed.includes(`${service}:${name}`),
  );
}
