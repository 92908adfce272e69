import { matchesWildcard } from '../../../facts/permissions/wildcard.js';
import type { Grant, Role } from '../../../model/identity.js';
import { grantsLogs, grantsNoLogs } from './log-rights.data.js';

const needed = ['logs:createlogstream', 'logs:putlogevents'];

/** True only if the role is known whole and lacks the permissions to write logs. */
export function cannotWriteLogs(role: Role): boolean {
  if (role.open || role.generated) return false;
  const names = role.named.map(({ name }) => name.slice(name.lastIndexOf('/') + 1));
  if (names.some((name) => grantsLogs.has(name) || !grantsNoLogs.has(name))) return false;
  return needed.some((action) => !role.grants.some((grant) => mayAllow(grant, action)));
}

/** A statement that forbids writing any log, whatever else is allowed. */
export function denialOfLogs(role: Role): Grant | undefined {
  return role.grants.find(
    (grant) =>
      grant.effect === 'deny' &&
      grant.conditions.length === 0 &&
      !grant.conditionsOpen &&
      grant.branch === undefined &&
      grant.resources.terms.some(
        ({ text }) => text === '*' || /^arn:[^:]*:logs:[^:]*:[^:]*:(?:log-group:)?\*$/.test(text),
      ) &&
      grant.actions.terms.some(({ text }) => needed.some((action) => matchesWildcard(text, action))),
  );
}

/** Anything that cannot be excluded counts as allowed. */
function mayAllow({ effect, actions, notActions }: Grant, action: string): boolean {
  if (effect === 'deny') return false;
  if (effect === 'unknown' || actions.open) return true;
  if (notActions !== undefined && notActions.terms.length > 0) {
    return notActions.open || !notActions.terms.some(({ text }) => matchesWildcard(text, action));
  }
  return actions.terms.some(({ text }) => text.includes('${') || matchesWildcard(text, action));
}
