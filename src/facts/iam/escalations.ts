import type { Confidence } from '../../model/confidence.js';
import type { Grant, Role } from '../../model/identity.js';
import type { Term } from '../../model/resource.js';
import {
  actionsOf,
  allowsOf,
  confidenceOf,
  everyResource,
  type GrantedAction,
  isAdminGrant,
  narrowingConditions,
} from '../permissions/grants.js';
import { matchesWildcard } from '../permissions/wildcard.js';
import { isWholeService } from './actions.js';
import {
  escalatingActions,
  escalatingServices,
  type PassingCombination,
  passingCombinations,
} from './escalation.data.js';
import { kubernetesEscalations } from './kubernetes.data.js';

/** A way by which a role can raise its own permissions. */
export interface Escalation {
  readonly grant: Grant;
  /** The action that stands for it. */
  readonly term: Term;
  /** `iam:PutRolePolicy`, or `iam:PassRole with lambda:CreateFunction`. */
  readonly way: string;
  readonly resource: Term;
  readonly confidence: Confidence;
}

/** Several readings ask for the same role. */
const known = new WeakMap<Role, readonly Escalation[]>();

/** Every complete way of a role to raise its own permissions. Statements with narrowing conditions do not count. */
export function escalationsOf(role: Role): readonly Escalation[] {
  const before = known.get(role);
  if (before !== undefined) return before;
  const found = findEscalations(role);
  known.set(role, found);
  return found;
}

/**
 * The ways of a role to the permissions of stronger roles of its stack, or of functions that run as them: what it may change
 * in them, or hand on.
 */
export function escalationsThrough(role: Role, stronger: readonly Role[]): readonly Escalation[] {
  if (stronger.length === 0) return [];
  const known = new Set(escalationsOf(role).map(({ term }) => term));
  const targets = new Set(stronger.flatMap(({ id, users }) => [id, ...users]));
  return findEscalations(role, targets).filter(({ term }) => !known.has(term));
}

function findEscalations(role: Role, others?: ReadonlySet<string>): readonly Escalation[] {
  const targets = others ?? new Set([role.id, ...role.users]);
  const passed = others ?? new Set<string>();
  const grants = allowsOf(role).filter((grant) => !isAdminGrant(grant) && grant.origin !== 'template');
  return grants.flatMap((grant) =>
    actionsOf(role, grant)
      // Who may assume another role is written there.
      .filter(({ service }) => others === undefined || service !== 'sts')
      .flatMap((action) => [
        // A function is no role that could be assumed.
        ...alone(grant, action, action.service === 'sts' ? new Set([role.id]) : targets),
        ...byPassing(role, { grant, action }, passed),
      ]),
  );
}

function alone(grant: Grant, action: GrantedAction, targets: ReadonlySet<string>): readonly Escalation[] {
  if (narrowingConditions(grant)?.length !== 0 || !escalates(action)) return [];
  const resource =
    action.service === 'organizations' ? grant.resources.terms[0] : target(grant, action.service, targets);
  if (resource === undefined) return [];
  return [
    {
      grant,
      term: action.term,
      way: action.term.text,
      resource,
      confidence: confidenceOf(grant, action.term, resource),
    },
  ];
}

const escalating = [...escalatingActions, ...kubernetesEscalations];

function escalates(action: GrantedAction): boolean {
  if (isWholeService(action)) return escalatingServices.has(action.service);
  const broad = /^[A-Za-z][a-z]*\*$/.test(action.name) && !escalatingServices.has(action.service);
  return !broad && escalating.some((name) => covers(action, name));
}

/** Everything, or one of these roles or functions that run as them. Roles are assumed by their IAM names. */
function target(grant: Grant, service: string, targets: ReadonlySet<string>): Term | undefined {
  return everyResource(grant, service === 'sts' ? 'iam' : service) ?? named(grant, targets);
}

function named(grant: Grant, targets: ReadonlySet<string>): Term | undefined {
  return grant.resources.terms.find(({ to }) => to !== undefined && targets.has(to));
}

interface Statement {
  readonly grant: Grant;
  readonly action: GrantedAction;
}

function byPassing(role: Role, { grant, action }: Statement, passed: ReadonlySet<string>): readonly Escalation[] {
  const resource = everyResource(grant, 'iam') ?? named(grant, passed);
  if (resource === undefined || isWholeService(action) || !covers(action, 'iam:PassRole')) return [];
  const receivers = receiversOf(grant);
  if (receivers === undefined) return [];
  return passingCombinations.flatMap((combination) => {
    const received = receivers === 'any' || receivers.some((pattern) => matchesWildcard(pattern, combination.service));
    const partner = received ? partnerOf(role, combination) : undefined;
    if (partner === undefined) return [];
    const sure = confidenceOf(grant, action.term, resource, partner);
    const confidence = sure === 'high' ? (combination.confidence ?? sure) : sure;
    return [{ grant, term: action.term, way: `${action.term.text} with ${partner.text}`, resource, confidence }];
  });
}

/** To which services a role may be passed; undefined if a condition that could not be read may say so. */
function receiversOf(grant: Grant): readonly string[] | 'any' | undefined {
  const narrowing = narrowingConditions(grant);
  if (narrowing === undefined || narrowing.some((key) => key !== 'iam:passedtoservice')) return undefined;
  const conditions = grant.conditions.filter(({ key }) => key.toLowerCase() === 'iam:passedtoservice');
  if (conditions.length === 0) return 'any';
  if (conditions.some(({ open, values }) => open || values.some(({ text }) => text.includes('${')))) return undefined;
  return conditions.flatMap(({ values }) => values.map(({ text }) => text));
}

/** The action that completes a combination: the first of its first group, if every group has one. */
function partnerOf(role: Role, combination: PassingCombination): Term | undefined {
  const granted = allowsOf(role).flatMap((grant) => actionsOf(role, grant));
  const found = combination.actions.map((group) =>
    granted.find((action) => group.some((name) => covers(action, name))),
  );
  return found.every((action) => action !== undefined) ? found[0]?.term : undefined;
}

function covers({ service, name }: GrantedAction, action: string): boolean {
  return matchesWildcard(`${service}:${name}`, action);
}
