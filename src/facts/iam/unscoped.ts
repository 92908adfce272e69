import type { Grant, Role } from '../../model/identity.js';
import type { Term } from '../../model/resource.js';
import {
  actionsOf,
  allowsOf,
  byService,
  everyResource,
  type GrantedAction,
  isAdminGrant,
  isExceptGrant,
  isWritten,
  narrowingConditions,
} from '../permissions/grants.js';
import { type ActionFact, type ActionLevel, strongestLevel, tellsOnlySettings } from './actions.js';
import { escalationsOf } from './escalations.js';
import { answeringServices, configurationServices, scopingConditions, telemetryServices } from './named.data.js';
import { readsSecrets } from './secret-reads.js';
import { isBaseline, lighter, type Weight, wideActionsOf } from './wide-actions.js';

/** Actions of one service that a statement allows on everything although they could be bound to a resource. */
export interface Unscoped {
  readonly grant: Grant;
  readonly service: string;
  readonly actions: readonly GrantedAction[];
  readonly level: ActionLevel;
  readonly resource: Term;
  readonly weight: Weight;
}

/** What a role may do everywhere, one entry for each statement and service. What wider or worse readings tell is left to them. */
export function unscopedOf(role: Role): readonly Unscoped[] {
  const escalating = new Set(escalationsOf(role).map(({ term }) => term));
  return allowsOf(role).flatMap((grant) => {
    if (!isWritten(grant) || isAdminGrant(grant) || isExceptGrant(grant)) return [];
    const narrowing = narrowingConditions(grant);
    if (narrowing === undefined || narrowing.some((key) => scopingConditions.has(key))) return [];
    if (wideActionsOf(role, grant).length > 0) return [];
    const actions = actionsOf(role, grant).filter((action) => !escalating.has(action.term) && isNarrowable(action));
    const weigh = (weight: Weight) => (narrowing.length > 0 ? lighter(weight) : weight);
    return [...byService(actions)].flatMap(([service, group]) => {
      const resource = everyResource(grant, service);
      if (resource === undefined) return [];
      const level = strongestLevel(group.flatMap(({ service: prefix, facts }) => narrowable(prefix, facts)));
      const quiet = group.every(({ service: prefix, facts }) => facts.every((fact) => tellsOnlySettings(prefix, fact)));
      const weight = quiet ? 'low' : weigh(weightOf(service, level));
      return [{ grant, service, actions: group, level, resource, weight }];
    });
  });
}

function isNarrowable(action: GrantedAction): boolean {
  const { service, term, facts } = action;
  if (answeringServices.has(service) || isBaseline(term.text) || readsSecrets(action)) return false;
  return narrowable(service, facts).length > 0;
}

function narrowable(service: string, facts: readonly ActionFact[]): readonly ActionFact[] {
  return facts.filter(({ name, anywhere }) => !anywhere && !isBaseline(`${service}:${name}`));
}

function weightOf(service: string, level: ActionLevel): Weight {
  if (telemetryServices.has(service)) return 'low';
  if (configurationServices.has(service) && level === 'read') return 'low';
  return level === 'write' || level === 'permissions' ? 'high' : 'medium';
}
