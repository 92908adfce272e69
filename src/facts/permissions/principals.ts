import type { Role } from '../../model/identity.js';
import type { Stack } from '../stack.js';
import type { ExcessivePermission } from './permissions.js';

/** Services that run functions and agents. */
const running: ReadonlySet<string> = new Set(['lambda.amazonaws.com', 'bedrock-agentcore.amazonaws.com']);

/** True if functions run as the role, or are meant to: their service may assume it. */
function isFunctionRole(role: Role): boolean {
  if (role.users.length > 0) return true;
  const services = role.trust.flatMap(({ principals }) => principals.filter(({ kind }) => kind === 'service'));
  return services.some(({ term }) => running.has(term.text));
}

/** A right with who has it. */
export interface HeldPermission {
  readonly role: Role;
  readonly right: ExcessivePermission;
  /** For messages: `ReportFunction`, `ReportFunction (and 2 other principals)`. */
  readonly principal: string;
}

/** The excessive permissions of some kind, once for each line that gives them however many roles it is attached to. */
export function heldPermissions(
  { roles, permissions }: Pick<Stack, 'roles' | 'permissions'>,
  kind: ExcessivePermission['kind'],
): readonly HeldPermission[] {
  const places = new Map<string, HeldPermission & { readonly others: number }>();
  const used = [...roles.filter(isFunctionRole), ...roles.filter((role) => !isFunctionRole(role))];
  for (const role of used) {
    for (const right of permissions(role)) {
      if (right.kind !== kind) continue;
      const place = JSON.stringify([right.at.path, right.at.start, right.key]);
      const first = places.get(place) ?? { role, right, principal: '', others: -1 };
      places.set(place, { ...first, others: first.role === role ? Math.max(first.others, 0) : first.others + 1 });
    }
  }
  return [...places.values()].map(({ role, right, others }) => ({ role, right, principal: principalOf(role, others) }));
}

/** Who has the permissions, for messages; always one, so that a verb fits. */
export function principalOf(role: Role, others = 0): string {
  const [first, ...more] = role.users;
  const and = others === 0 ? '' : ` (and ${others} other ${others === 1 ? 'principal' : 'principals'})`;
  if (first !== undefined && more.length > 0)
    return `Each of ${role.users.length} functions with role ${role.id}${and}`;
  if (first !== undefined) return `${first}${and}`;
  const named = `${kindOf(role)} ${role.id}${and}`;
  return isFunctionRole(role) ? named : `${named}, which no function here uses,`;
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^(?:aws_iam_|aws::iam::)user/i, 'User'],
  [/^(?:aws_iam_|aws::iam::)group/i, 'Group'],
  [/^(?:aws_iam_|aws::iam::).*policy/i, 'Policy'],
  [/service_?account/i, 'Service account'],
  [/identit/i, 'Identity'],
];

/** Permissions of users and groups, and policies that are attached to nothing here, are read like those of roles. */
function kindOf({ type, holder }: Role): string {
  return holder ?? kinds.find(([pattern]) => pattern.test(type))?.[1] ?? 'Role';
}

/** `is granted` of whoever has a right; a policy that is attached to nothing here `grants` it. */
export function heldAs(role: Role): string {
  return role.users.length === 0 && kindOf(role) === 'Policy' ? 'grants' : 'is granted';
}

type Weight = 'low' | 'medium' | 'high' | 'critical';

const lighter: Readonly<Record<Weight, Weight>> = { critical: 'high', high: 'medium', medium: 'medium', low: 'low' };

/**
 * How heavy something about a role weighs. Full weight needs a function that unauthenticated callers can start: only then
 * someone gains by it now. What no function runs as weighs little here.
 */
export function weighedFor({ functions, exposure }: Stack, role: Role, weight: Weight): Weight {
  if (!isFunctionRole(role)) return 'low';
  const isReached = functions.some((fn) => role.users.includes(fn.id) && exposure(fn) === 'open');
  return isReached ? weight : lighter[weight];
}

/** `role`, `service account`: what a cloud calls whoever a function runs as. */
export function calledOf(role: Role): string {
  return kindOf(role).toLowerCase();
}
