import type { Role } from '../../model/identity.js';
import { strongestLevel } from '../iam/actions.js';
import { isBaselineNamed, isMinimalNamed } from '../iam/named.js';
import { readsSecrets } from '../iam/secret-reads.js';
import { isBaseline } from '../iam/wide-actions.js';
import { actionsOf, allowsOf, type GrantedAction } from './grants.js';
import type { ExcessivePermission } from './permissions.js';

/** What a role may do at most, most powerful first. */
export type Power = 'admin' | 'escalation' | 'wide' | 'data' | 'minimal' | 'unknown';

/**
 * The power that is known for certain. What may have been left unread can only add to it, so `minimal` needs
 * everything to be read; the stronger words do not.
 */
export function powerOf(role: Role, permissions: readonly ExcessivePermission[]): Power {
  if (permissions.some(({ kind }) => kind === 'admin')) return 'admin';
  if (permissions.some(({ kind }) => kind === 'escalation')) return 'escalation';
  if (permissions.some(({ changes, weight }) => changes && weight !== 'low')) return 'wide';
  if (allowedActions(role).some(touchesData)) return 'data';
  return isReadWhole(role) ? 'minimal' : 'unknown';
}

const order: readonly Power[] = ['minimal', 'unknown', 'data', 'wide', 'escalation', 'admin'];

/** True if one power is more than another for certain. */
export function isStronger(power: Power, than: Power): boolean {
  return order.indexOf(power) > Math.max(order.indexOf(than), order.indexOf('data'));
}

/** What a role may do beyond what every function's platform needs. */
export function beyondBaseline(role: Role, permissions: readonly ExcessivePermission[]): boolean {
  if (role.named.some((policy) => !isBaselineNamed(policy)) || permissions.length > 0) return true;
  return allowedActions(role).some(({ service, term }) => !isTelemetry(service) && !isBaseline(term.text));
}

function allowedActions(role: Role): readonly GrantedAction[] {
  return allowsOf(role).flatMap((grant) => actionsOf(role, grant));
}

function isTelemetry(service: string): boolean {
  return service === 'logs' || service === 'xray';
}

function touchesData(action: GrantedAction): boolean {
  if (isTelemetry(action.service) || isBaseline(action.term.text)) return false;
  if (readsSecrets(action)) return true;
  return action.facts.length > 0 && ['write', 'permissions'].includes(strongestLevel(action.facts));
}

/** True if nothing of the role was left unread or is not known by name. */
function isReadWhole(role: Role): boolean {
  if (role.open || !role.named.every(isMinimalNamed)) return false;
  return role.grants.every((grant) => {
    if (grant.effect === 'unknown' || grant.actions.open || grant.actions.terms.some(isPartlyKnown)) return false;
    return actionsOf(role, grant).every(({ facts }) => facts.length > 0);
  });
}

function isPartlyKnown({ text }: { readonly text: string }): boolean {
  return text.includes('${');
}
