import { actionsOf, allowsOf, type GrantedAction, isAdminGrant, isExceptGrant } from './grants.js';
import { strongestLevel } from './iam/actions.js';
import { escalationsOf } from './iam/escalations.js';
import { fullAccessWeight, isAdminNamed, isEscalationNamed, isMinimalNamed, isSecretNamed } from './iam/named.js';
import { readsSecrets, secretReadsOf } from './iam/secret-reads.js';
import { unscopedOf } from './iam/unscoped.js';
import { isBaseline, wideActionsOf } from './iam/wide-actions.js';
import type { Role } from './identity.js';

/** What a role may do at most (catalogue §1), most powerful first. */
export type Power = 'admin' | 'escalation' | 'wide' | 'data' | 'minimal' | 'unknown';

/**
 * The power that is known for certain. What may have been left unread can only add to it, so `minimal` needs
 * everything to be read; the stronger words do not.
 */
export function powerOf(role: Role | undefined): Power {
  if (role === undefined) return 'unknown';
  if (role.named.some(isAdminNamed) || allowsOf(role).some(isAdminGrant)) return 'admin';
  if (role.named.some(isEscalationNamed) || escalationsOf(role).length > 0) return 'escalation';
  if (isWide(role)) return 'wide';
  const actions = allowsOf(role).flatMap((grant) => actionsOf(role, grant));
  if (actions.some(touchesData)) return 'data';
  return isReadWhole(role) ? 'minimal' : 'unknown';
}

function isWide(role: Role): boolean {
  const grants = allowsOf(role);
  return (
    role.named.some((policy) => isSecretNamed(policy) || (fullAccessWeight(policy) ?? 'low') !== 'low') ||
    grants.some(isExceptGrant) ||
    grants.some((grant) => wideActionsOf(role, grant).some(({ weight, reads }) => weight !== 'low' && !reads)) ||
    secretReadsOf(role).some(({ weight }) => weight !== 'low') ||
    unscopedOf(role).some(({ level, weight }) => weight !== 'low' && (level === 'write' || level === 'permissions'))
  );
}

function touchesData(action: GrantedAction): boolean {
  if (action.service === 'logs' || action.service === 'xray' || isBaseline(action.term.text)) return false;
  if (readsSecrets(action)) return true;
  return action.facts.length > 0 && ['write', 'permissions'].includes(strongestLevel(action.facts));
}

/** True if nothing of the role was left unread or is not known by name. */
function isReadWhole(role: Role): boolean {
  if (role.open || !role.named.every(isMinimalNamed)) return false;
  return role.grants.every((grant) => {
    if (grant.effect === 'unknown' || grant.actions.open) return false;
    return actionsOf(role, grant).every(({ facts }) => facts.length > 0) && grant.actions.terms.every(isWritten);
  });
}

function isWritten({ text }: { readonly text: string }): boolean {
  return !text.includes('${');
}
