import type { Grant, Role } from '../../model/identity.js';
import type { Term } from '../../model/resource.js';
import {
  actionsOf,
  everyResource,
  type GrantedAction,
  isAdminGrant,
  isEveryAction,
  narrowingConditions,
} from '../permissions/grants.js';
import { matchesWildcard } from '../permissions/wildcard.js';
import { type ActionFact, factsOfService, isWholeService } from './actions.js';
import { escalatingServices } from './escalation.data.js';
import { everyVerb, kubernetesEscalations } from './kubernetes.data.js';
import { answeringServices, baselineActions, telemetryServices } from './named.data.js';
import { readOnlyServices, services } from './services.data.js';

/** How much is at stake, in the words of severities. */
export type Weight = 'high' | 'medium' | 'low';

/** An action pattern that allows more than a function can need. */
export interface WideAction {
  readonly term: Term;
  readonly weight: Weight;
}

/** The patterns of a statement that stand for a whole service, or for changing whatever there is to change. */
export function wideActionsOf(role: Role, grant: Grant): readonly WideAction[] {
  if (grant.effect !== 'allow' || isAdminGrant(grant)) return [];
  const stars = grant.actions.terms
    .filter(({ text }) => isEveryAction(text))
    .map((term): WideAction => ({ term, weight: 'high' }));
  const patterns = actionsOf(role, grant).flatMap((action) => wideAction(action, grant));
  const limited = narrowingConditions(grant)?.length !== 0;
  return [...stars, ...patterns].map((wide) => (limited ? { ...wide, weight: lighter(wide.weight) } : wide));
}

/** One step lighter; low stays low. */
export function lighter(weight: Weight): Weight {
  return weight === 'high' ? 'medium' : 'low';
}

function wideAction(action: GrantedAction, grant: Grant): readonly WideAction[] {
  const { term, service } = action;
  if (isWholeService(action)) {
    const escalates = escalatingServices.has(service) && everyResource(grant, service) !== undefined;
    return escalates || !services.has(service) ? [] : [{ term, weight: weightOf(service) }];
  }
  if (everyVerb.test(term.text)) return takesMore(action, grant) ? [] : [{ term, weight: 'medium' }];
  if (!/[*?]/.test(action.name) || isBaseline(term.text)) return [];
  const weight = telemetryServices.has(service) ? 'low' : 'high';
  return changesMuch(action) ? [{ term, weight }] : [];
}

/** Every verb on secrets, or on who may do what: other readings say that better. */
function takesMore({ facts, term, service }: GrantedAction, grant: Grant): boolean {
  if (everyResource(grant, service) === undefined) return false;
  return (
    facts.some(({ level }) => level === 'read') ||
    kubernetesEscalations.some((name) => matchesWildcard(term.text, name))
  );
}

function weightOf(service: string): Weight {
  if (telemetryServices.has(service)) return 'low';
  return readOnlyServices.has(service) || answeringServices.has(service) ? 'medium' : 'high';
}

/** `s3:Put*` changes permissions too; `dynamodb:*Item` and `s3:PutObject*` are scoped enough, and so is what only reads. */
function changesMuch({ service, name, facts }: GrantedAction): boolean {
  if (/[A-Z][a-z]+[A-Z]/.test(name)) return false;
  if (facts.some(({ level }) => level === 'permissions')) return true;
  const all = (factsOfService(service) ?? []).filter(changes).length;
  return facts.filter(changes).length * 2 >= all && all > 0;
}

function changes({ level }: ActionFact): boolean {
  return level === 'write' || level === 'permissions';
}

/** True if an action or pattern stands for nothing but what every function needs. */
export function isBaseline(action: string): boolean {
  return baselineActions.some((pattern) => matchesWildcard(pattern, action));
}
