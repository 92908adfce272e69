import { type Confidence, stepDown, weaker } from '../../model/confidence.js';
import type { Grant, Role } from '../../model/identity.js';
import type { Term } from '../../model/resource.js';
import { type ActionFact, type ActionName, actionNameOf, factsOf } from '../iam/actions.js';
import { reaches, reachOf } from '../iam/arn.js';
import { matchesWildcard } from './wildcard.js';

/** One action of a statement, read. */
export interface GrantedAction extends ActionName {
  readonly term: Term;
  /** What it stands for; empty when its service or name is not known. */
  readonly facts: readonly ActionFact[];
}

/** Conditions on these keys say when and how, not on what or by whom. */
const looseConditions: ReadonlySet<string> = new Set([
  'aws:securetransport',
  'aws:requestedregion',
  'aws:currenttime',
  'aws:epochtime',
  'aws:useragent',
  'aws:multifactorauthpresent',
]);

/** The statements of a role that allow something, without those that only a person knows to allow; none if all is denied. */
export function allowsOf({ grants }: Role): readonly Grant[] {
  const isAllDenied = grants.some((one) => one.effect === 'deny' && one.branch === undefined && isWhole(one));
  return isAllDenied ? [] : grants.filter(({ effect }) => effect === 'allow');
}

/** True of a statement about every action on everything, without any condition. */
function isWhole({ actions, resources, conditions, conditionsOpen }: Grant): boolean {
  const isAll = actions.terms.some(({ text }) => isEveryAction(text));
  return isAll && resources.terms.some(({ text }) => text.trim() === '*') && conditions.length === 0 && !conditionsOpen;
}

/** True for `*` and `*:*`. */
export function isEveryAction(text: string): boolean {
  return /^\*+(:\*+)?$/.test(text.trim());
}

/** Several policies read the same statements; a term's facts never change. */
const readings = new WeakMap<Term, { readonly action: GrantedAction | undefined }>();

/** Stacks say the same few actions over and over. */
type KnownAction = Omit<GrantedAction, 'term'> | undefined;
const knownActions = new Map<string, KnownAction>();
const mostKnown = 5_000;

/** An action as written, read; undefined when only the deployment knows it. */
export function readAction(term: Term): GrantedAction | undefined {
  const before = readings.get(term);
  if (before !== undefined) return before.action;
  const known = knownAction(term.text);
  const action = known && { ...known, term };
  readings.set(term, { action });
  return action;
}

function knownAction(text: string): KnownAction {
  if (knownActions.has(text)) return knownActions.get(text);
  if (knownActions.size >= mostKnown) knownActions.clear();
  const name = actionNameOf(text);
  const action = name && { ...name, facts: factsOf(name) ?? [] };
  knownActions.set(text, action);
  return action;
}

const allowed = new WeakMap<Role, Map<Grant, readonly GrantedAction[]>>();

/** The known actions of a statement that no deny statement of the role takes back. */
export function actionsOf(role: Role, grant: Grant): readonly GrantedAction[] {
  const known = allowed.get(role) ?? new Map<Grant, readonly GrantedAction[]>();
  allowed.set(role, known);
  const actions = known.get(grant) ?? readActions(role, grant);
  known.set(grant, actions);
  return actions;
}

function readActions(role: Role, grant: Grant): readonly GrantedAction[] {
  return grant.actions.terms.flatMap((term) => {
    const action = readAction(term);
    return action === undefined || isDenied(role, grant, action) ? [] : [action];
  });
}

/** The conditions that narrow a statement; `undefined` if there may be some that could not be read. */
export function narrowingConditions(grant: Grant): readonly string[] | undefined {
  if (grant.conditionsOpen) return undefined;
  return grant.conditions.map(({ key }) => key.toLowerCase()).filter((key) => !looseConditions.has(key));
}

/** The resource term by which a statement covers everything of a service. */
export function everyResource(grant: Grant, service: string): Term | undefined {
  return grant.resources.terms.find(({ text }) => reaches(text, service));
}

/** The resource term by which a statement covers everything. */
export function everything(grant: Grant): Term | undefined {
  return grant.resources.terms.find(({ text }) => reachOf(text) === '*');
}

/** True if the statement allows every action on everything, always. */
export function isAdminGrant(grant: Grant): boolean {
  const always = narrowingConditions(grant)?.length === 0;
  return always && grant.actions.terms.some(({ text }) => isEveryAction(text)) && everything(grant) !== undefined;
}

/** True if the statement allows everything except what it lists, and that is not all there is. */
export function isExceptGrant(grant: Grant): boolean {
  if (grant.notActions?.terms.some(({ text }) => isEveryAction(text))) return false;
  return (grant.notActions?.terms.length ?? 0) > 0 || (grant.notResources?.terms.length ?? 0) > 0;
}

/** True if a deny statement takes an action back wherever the statement allows it. */
function isDenied(role: Role, grant: Grant, action: GrantedAction): boolean {
  return role.grants.some(
    (one) => one.effect === 'deny' && deniesAlways(one, action.term.text) && deniesWherever(one, grant, action.service),
  );
}

/** True if a deny statement covers every resource that an allow statement names: all of the service, or each of them. */
function deniesWherever(denial: Grant, { resources }: Grant, service: string): boolean {
  if (everyResource(denial, service) !== undefined) return true;
  const covers = ({ text, to }: Term) =>
    denial.resources.terms.some((one) => one.to === to && (one.text === text || matchesKnown(one.text, text)));
  return !resources.open && resources.terms.length > 0 && resources.terms.every(covers);
}

function matchesKnown(pattern: string, text: string): boolean {
  return !pattern.includes('${') && matchesWildcard(pattern, text);
}

function deniesAlways(grant: Grant, action: string): boolean {
  if (grant.branch !== undefined || grant.conditionsOpen || grant.conditions.length > 0) return false;
  if ((grant.notResources?.terms.length ?? 0) > 0) return false;
  if ((grant.notActions?.terms.length ?? 0) > 0) return !grant.notActions?.open && !isListed(grant.notActions, action);
  return grant.actions.terms.some(({ text }) => !text.includes('${') && matchesWildcard(text, action));
}

/** Also true if the action is a pattern that may overlap the list. */
function isListed(list: Grant['notActions'], action: string): boolean {
  return list?.terms.some(({ text }) => matchesWildcard(text, action) || matchesWildcard(action, text)) ?? false;
}

/** How sure a statement is with the terms that decide. */
export function confidenceOf(grant: { readonly branch?: string }, ...terms: readonly (Term | undefined)[]): Confidence {
  const sure: Confidence = grant.branch === undefined ? 'high' : stepDown('high');
  return terms.map((term) => term?.confidence ?? 'high').reduce(weaker, sure);
}

/** Templates name what they are for; what they then grant on everything is theirs, unless a `*` was said. */
export function isWritten({ origin, opened = false }: Grant): boolean {
  return origin === 'statement' || opened;
}

/** Actions by their service. */
export function byService(actions: readonly GrantedAction[]): ReadonlyMap<string, readonly GrantedAction[]> {
  const groups = new Map<string, GrantedAction[]>();
  for (const action of actions) groups.set(action.service, [...(groups.get(action.service) ?? []), action]);
  return groups;
}
