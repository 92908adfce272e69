import type { StackCode } from '../../code/stack-code.js';
import type { Grant, NamedPolicy, Role } from '../../model/identity.js';
import { type Problem, proposeFix } from '../definition.js';
import { type SpareGrant, spareGrants } from './spare.js';
import { type SpareRole, spareOf } from './spare-roles.js';
import { needsOfUsers, type RoleNeeds } from './users.js';

/** What the code of all functions of a role leaves of one of its statements; undefined where it is not known, or all of it is needed. */
export interface Narrowed extends SpareGrant {
  readonly needs: RoleNeeds;
}

export function narrowedBy(code: StackCode, role: Role, grant: Grant | undefined): Narrowed | undefined {
  const needs = grant && needsOfUsers(role, code);
  const found = needs && spareGrants(role, needs).find((one) => one.grant.id === grant.id);
  return found && needs && { ...found, needs };
}

/** The same problem, with what the code calls of the statement and the actions that are enough. */
export function narrowed(problem: Problem, role: Role, left: Narrowed, code: StackCode): Problem {
  const owner = role.users.length > 1 ? 'their' : 'its';
  const calls = callsOf(left, code);
  const words = calls.length === 0 ? 'never calls any of it' : `calls only ${listed(calls)}`;
  const fix = left.enough.length === 0 ? undefined : proposeFix('exact', left.grant.actions.write([...left.enough]));
  return {
    ...problem,
    message: problem.message.replace(/\.$/, `; ${owner} code ${words}.`),
    absorbs: [...(problem.absorbs ?? []), { policy: 'unused-grant', about: role.id, discriminator: left.grant.id }],
    ...(fix && { fix }),
    ...(left.enough.length === 0 && { advice: removal }),
  };
}

export const removal = 'Remove the statement: nothing in the code needs any of its actions.';

/** What the code of all holders of a role given by name leaves of it; undefined where it is not known, or all of it is needed. */
export interface NarrowedRole extends SpareRole {
  readonly needs: RoleNeeds;
}

export function narrowedRole(code: StackCode, role: Role, policy: NamedPolicy | undefined): NarrowedRole | undefined {
  const needs = policy && needsOfUsers(role, code);
  const found = needs && spareOf(policy, needs);
  return found && needs && { ...found, needs };
}

/** The same problem, with what the code calls of a role given by name and the one that is enough. */
export function narrowedTo(problem: Problem, role: Role, left: NarrowedRole, code: StackCode): Problem {
  const told = { policy: 'unused-grant', about: role.id, discriminator: left.policy.name };
  return {
    ...problem,
    message: problem.message.replace(/\.$/, `; ${usesOf(role, left, code)}.`),
    advice: adviceFor(left),
    absorbs: [...(problem.absorbs ?? []), told],
  };
}

export function usesOf({ users }: Role, left: NarrowedRole, code: StackCode): string {
  const owner = users.length > 1 ? 'their' : 'its';
  const calls = callsOf(left, code);
  return calls.length === 0 ? `${owner} code never uses it` : `${owner} code calls only ${listed(calls)}`;
}

export function adviceFor({ policy, enough }: SpareRole): string {
  return enough === undefined
    ? `Remove ${policy.name}: nothing in the code needs it.`
    : `Grant ${enough} instead of ${policy.name}: it allows all that the code calls.`;
}

/** Each action that is called, with one place. */
export function callsOf({ kept, needs }: Pick<Narrowed, 'kept' | 'needs'>, { lineOf }: StackCode): readonly string[] {
  return kept.map((action) => {
    const at = needs.called.get(action);
    return at === undefined ? `\`${action}\`` : `\`${action}\` (\`${at.path}\` line ${lineOf(at)})`;
  });
}

export function listed(texts: readonly string[]): string {
  if (texts.length < 2) return texts[0] ?? '';
  return `${texts.slice(0, -1).join(', ')} and ${texts.at(-1) ?? ''}`;
}
