import type { Stack } from '../facts/stack.js';
import type { Notice } from '../findings/notice.js';
import type { Policy, PolicyContext, Problem } from './policy.js';

/** A problem with the policy that found it. */
export interface PolicyProblem {
  readonly policy: Policy;
  readonly problem: Problem;
}

export interface Problems {
  readonly problems: readonly PolicyProblem[];
  readonly notices: readonly Notice[];
}

/** More than this from one policy on one stack is a mistake of the policy, not of the stack. */
const mostProblems = 10_000;

/** Runs every policy that judges a stack as it stands. A policy that throws becomes a notice; the others go on. */
export function checkStack(stack: Stack, policies: readonly Policy[], context: PolicyContext): Problems {
  return collect(policies, stack.path, (policy) => ('check' in policy ? policy.check(stack, context) : []));
}

/** Runs every policy that needs both sides of a change. */
export function compareStacks(base: Stack, head: Stack, policies: readonly Policy[], context: PolicyContext): Problems {
  return collect(policies, head.path, (policy) => ('compare' in policy ? policy.compare(base, head, context) : []));
}

function collect(policies: readonly Policy[], path: string, run: (policy: Policy) => Iterable<Problem>): Problems {
  const problems: PolicyProblem[] = [];
  const notices: Notice[] = [];
  for (const policy of policies) {
    try {
      problems.push(...take(run(policy)).map((problem) => ({ policy, problem })));
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown reason';
      const message = `Policy ${policy.id} could not judge this stack (${reason}); please report it.`;
      notices.push({ path, message, kind: 'unread' });
    }
  }
  return { problems, notices };
}

function take(problems: Iterable<Problem>): readonly Problem[] {
  const taken: Problem[] = [];
  for (const problem of problems) {
    taken.push(problem);
    if (taken.length >= mostProblems) break;
  }
  return taken;
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
