import type { NamedPolicy } from '../../model/identity.js';
import {
  adminNames,
  escalationNames,
  harmlessFullAccess,
  mildFullAccess,
  minimalNames,
  secretNames,
  servicesByRole,
  vaultNames,
  wholeServiceNames,
} from './named.data.js';
import type { Weight } from './wide-actions.js';

/** The bare name of a managed policy or role, in lower case; undefined when only the deployment knows it. */
function bareName({ name }: NamedPolicy): string | undefined {
  const last = name.startsWith('roles/') ? name : name.slice(name.lastIndexOf('/') + 1);
  return last.includes('${') ? undefined : last.trim().toLowerCase();
}

/** True if it holds for a whole account, project or subscription: everywhere AWS policies do, elsewhere by its scope. */
function holdsBroadly({ scope }: NamedPolicy): boolean {
  return scope === undefined || scope === 'project' || scope === 'organisation';
}

export function isAdminNamed(policy: NamedPolicy): boolean {
  return !policy.conditional && holdsBroadly(policy) && adminNames.has(bareName(policy) ?? '');
}

export function isEscalationNamed(policy: NamedPolicy): boolean {
  return !policy.conditional && holdsBroadly(policy) && escalationNames.has(bareName(policy) ?? '');
}

function isSecretNamed(policy: NamedPolicy): boolean {
  return secretWeight(policy) !== undefined;
}

/** How heavy the right to read every secret weighs; undefined if it is none. A whole vault is less than all of them. */
export function secretWeight(policy: NamedPolicy): Weight | undefined {
  const name = bareName(policy) ?? '';
  if (holdsBroadly(policy)) return secretNames.has(name) ? 'high' : undefined;
  return policy.scope === 'resource' && vaultNames.has(name) ? 'medium' : undefined;
}

/** How much a full-access policy gives too much; undefined if it is none. */
export function fullAccessWeight(policy: NamedPolicy): Weight | undefined {
  const name = bareName(policy);
  if (name === undefined || escalationNames.has(name)) return undefined;
  if (policy.conditional) return holdsBroadly(policy) && adminNames.has(name) ? 'medium' : undefined;
  if (/^roles\/[a-z.]+\.admin$/.test(name)) return policy.scope === 'resource' ? 'medium' : 'high';
  if (wholeServiceNames.has(name)) return policy.scope !== undefined && holdsBroadly(policy) ? 'high' : undefined;
  if (policy.scope !== undefined || !name.endsWith('fullaccess')) return undefined;
  if (harmlessFullAccess.has(name)) return 'low';
  return mildFullAccess.has(name) ? 'medium' : 'high';
}

/** The service of stores that a cloud role at project or subscription scope opens as a whole. */
export function serviceOfNamed(policy: NamedPolicy): string | undefined {
  const name = bareName(policy);
  if (policy.scope !== 'project' && policy.scope !== 'organisation') return undefined;
  if (name === undefined || isSecretNamed(policy) || fullAccessWeight(policy)) return undefined;
  return servicesByRole.find(([prefix]) => name.startsWith(prefix))?.[1];
}

/** True if a named policy gives no more than a function's platform needs. */
export function isBaselineNamed(policy: NamedPolicy): boolean {
  return minimalNames.has(bareName(policy) ?? '');
}

/** True if a named policy gives nothing beyond a function's platform or reading; false also when it is not known. */
export function isMinimalNamed(policy: NamedPolicy): boolean {
  const name = bareName(policy);
  return name !== undefined && (minimalNames.has(name) || name.endsWith('readonlyaccess'));
}
