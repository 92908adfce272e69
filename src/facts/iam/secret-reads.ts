import type { Grant, Role } from '../../model/identity.js';
import type { Term } from '../../model/resource.js';
import {
  actionsOf,
  allowsOf,
  byService,
  everyResource,
  type GrantedAction,
  isAdminGrant,
  isWritten,
  narrowingConditions,
} from '../permissions/grants.js';
import { isWholeService } from './actions.js';
import { kubernetesSecretActions } from './kubernetes.data.js';
import { scopingConditions, secretActions } from './named.data.js';
import type { Weight } from './wide-actions.js';

/** A right to read or decrypt every secret of a service. */
export interface SecretRead {
  readonly grant: Grant;
  readonly service: string;
  readonly actions: readonly Term[];
  readonly resource: Term;
  readonly weight: Weight;
}

const secrets = new Set([...secretActions, ...kubernetesSecretActions].map((action) => action.toLowerCase()));

/** True if an action, short of a whole service, reads or opens secrets. */
export function readsSecrets(action: GrantedAction): boolean {
  return (
    !isWholeService(action) && action.facts.some(({ name }) => secrets.has(`${action.service}:${name.toLowerCase()}`))
  );
}

/** The permissions of a role to read or decrypt every secret, one for each statement and service. */
export function secretReadsOf(role: Role): readonly SecretRead[] {
  return allowsOf(role).flatMap((grant) => {
    if (!isWritten(grant) || isAdminGrant(grant)) return [];
    const weight = weightOf(grant);
    if (weight === undefined) return [];
    const groups = byService(actionsOf(role, grant).filter(readsSecrets));
    return [...groups].flatMap(([service, actions]) => {
      const resource = everyResource(grant, service);
      return resource ? [{ grant, service, actions: actions.map(({ term }) => term), resource, weight }] : [];
    });
  });
}

/** Through one service only, or for one context only, a key opens little. */
function weightOf(grant: Grant): Weight | undefined {
  const narrowing = narrowingConditions(grant);
  if (narrowing === undefined || narrowing.some((key) => scopingConditions.has(key))) return undefined;
  if (narrowing.some((key) => key === 'kms:viaservice' || key.startsWith('kms:encryptioncontext'))) return 'low';
  return narrowing.length > 0 ? 'medium' : 'high';
}
