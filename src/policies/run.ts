import type { StackCode } from '../code/stack-code.js';
import type { Stack } from '../facts/stack.js';
import type { Notice } from '../findings/notice.js';
import type { PolicyContext } from './context.js';
import type { Policy, Problem } from './definition.js';

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
      const message = `Policy ${policy.id} failed on this ${kind} (${reason}) and was skipped; please report it.`;
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

/** What a policy hides of others it has to say; which of its own problems tells another better is its own affair. */
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

/** Runs every policy that judges what handlers do. */
export function inspectCode(code: StackCode, policies: readonly Policy[], context: PolicyContext): Problems {
  const inspect = (policy: Policy) => ('inspect' in policy ? policy.inspect(code, context) : []);
  return runPolicies(policies, { path: code.stack.path, kind: 'stack' }, inspect);
}

/** Problems of a stack with what the code of its functions says of them. */
export function refineProblems(problems: readonly PolicyProblem[], code: StackCode): readonly PolicyProblem[] {
  return problems.flatMap(({ policy, problem }) => {
    const refine = 'check' in policy && problem.side !== 'base' ? policy.refine : undefined;
    const refined = refine ? refine(problem, code) : problem;
    return refined === undefined ? [] : [{ policy, problem: refined }];
  });
}

/** A problem with those that it tells better. */
export interface ToldProblem extends PolicyProblem {
  readonly absorbed: readonly PolicyProblem[];
}

/** One cause, one comment: parts problems into those to report, each with what it tells better, and the latter. */
export function splitAbsorbed(problems: readonly PolicyProblem[]): {
  readonly told: readonly ToldProblem[];
  readonly absorbed: readonly PolicyProblem[];
} {
  if (!problems.some(({ problem }) => problem.absorbs !== undefined && problem.absorbs.length > 0))
    return { told: problems.map((one) => ({ ...one, absorbed: [] })), absorbed: [] };
  const byKey = new Map<string, PolicyProblem[]>();
  for (const one of problems) {
    for (const key of keysOf(one)) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [one]);
      else known.push(one);
    }
  }
  const absorbed = new Set(problems.flatMap((one) => absorbedBy(one, byKey)));
  const told = problems.filter((one) => !absorbed.has(one));
  return {
    told: told.map((one) => ({ ...one, absorbed: [...allAbsorbedBy(one, byKey)] })),
    absorbed: problems.filter((one) => absorbed.has(one)),
  };
}

/** What an absorption may name a problem by. */
function keysOf({ policy, problem }: PolicyProblem): readonly string[] {
  const { about, discriminator = '' } = problem;
  return [JSON.stringify([policy.id, about.id]), JSON.stringify([policy.id, about.id, discriminator])];
}

function absorbedBy({ problem }: PolicyProblem, byKey: ReadonlyMap<string, readonly PolicyProblem[]>) {
  return (problem.absorbs ?? []).flatMap(({ policy, about, discriminator }) => {
    const key = JSON.stringify(discriminator === undefined ? [policy, about] : [policy, about, discriminator]);
    return byKey.get(key) ?? [];
  });
}

/** What it absorbs, and what those absorb. */
function allAbsorbedBy(one: PolicyProblem, byKey: ReadonlyMap<string, readonly PolicyProblem[]>): Set<PolicyProblem> {
  const all = new Set<PolicyProblem>();
  const waiting = [one];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const part of absorbedBy(next, byKey)) {
      if (all.has(part)) continue;
      all.add(part);
      waiting.push(part);
    }
  }
  return all;
}
