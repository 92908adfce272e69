import type { Stack } from '../facts/stack.js';
import type { Notice } from '../findings/notice.js';
import type { PolicyContext } from './context.js';
import type { Policy, Problem } from './policy.js';

/** A problem with the policy that found it. */
export interface PolicyProblem<P extends Problem = Problem> {
  readonly policy: Policy;
  readonly problem: P;
}

export interface Problems<P extends Problem = Problem> {
  readonly problems: readonly PolicyProblem<P>[];
  readonly notices: readonly Notice[];
}

/** What policies are run on. */
export interface Subject {
  readonly path: string;
  readonly kind: 'stack' | 'file';
}

/** More than this from one policy on one subject is a mistake of the policy, not of the subject. */
const mostProblems = 10_000;

/** Runs policies of any kind on one subject. A policy that throws becomes a notice with its id; the others go on. */
export function runPolicies<P extends Problem>(
  policies: readonly Policy[],
  { path, kind }: Subject,
  run: (policy: Policy) => Iterable<P>,
): Problems<P> {
  const problems: PolicyProblem<P>[] = [];
  const notices: Notice[] = [];
  for (const policy of policies) {
    try {
      problems.push(...take(policy, run(policy)).map((problem) => ({ policy, problem })));
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown reason';
      const message = `Policy ${policy.id} could not judge this ${kind} (${reason}); please report it.`;
      notices.push({ path, message, kind: 'unread' });
    }
  }
  return { problems, notices };
}

function take<P extends Problem>(policy: Policy, problems: Iterable<P>): readonly P[] {
  const most = policy.oncePerStack === true ? 1 : mostProblems;
  const taken: P[] = [];
  for (const problem of problems) {
    checkAbsorbed(policy, problem);
    taken.push(problem);
    if (taken.length >= most) break;
  }
  return taken;
}

function checkAbsorbed({ id, absorbs = [] }: Policy, { absorbs: absorbed = [] }: Problem): void {
  const strange = absorbed.find(({ policy }) => policy !== id && !absorbs.includes(policy));
  if (strange !== undefined) throw new Error(`It absorbs ${strange.policy}, which ${id} does not say.`);
}

/** Runs every policy that judges a stack as it stands. */
export function checkStack(stack: Stack, policies: readonly Policy[], context: PolicyContext): Problems {
  const check = (policy: Policy) => ('check' in policy ? policy.check(stack, context) : []);
  return runPolicies(policies, { path: stack.path, kind: 'stack' }, check);
}

/** Runs every policy that needs both sides of a change. */
export function compareStacks(base: Stack, head: Stack, policies: readonly Policy[], context: PolicyContext): Problems {
  const compare = (policy: Policy) => ('compare' in policy ? policy.compare(base, head, context) : []);
  return runPolicies(policies, { path: head.path, kind: 'stack' }, compare);
}

/** One cause, one comment: parts problems into those to report and those that another one tells better. */
export function splitAbsorbed(problems: readonly PolicyProblem[]): {
  readonly told: readonly PolicyProblem[];
  readonly absorbed: readonly PolicyProblem[];
} {
  const covered = new Set<string>();
  for (const { problem } of problems) {
    for (const { policy, about, discriminator } of problem.absorbs ?? []) {
      covered.add(JSON.stringify(discriminator === undefined ? [policy, about] : [policy, about, discriminator]));
    }
  }
  const isCovered = ({ policy, problem }: PolicyProblem) =>
    covered.has(JSON.stringify([policy.id, problem.about.id])) ||
    covered.has(JSON.stringify([policy.id, problem.about.id, problem.discriminator ?? '']));
  return { told: problems.filter((found) => !isCovered(found)), absorbed: problems.filter(isCovered) };
}
