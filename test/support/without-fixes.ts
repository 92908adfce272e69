import type { Judge } from '../../src/judgement/judge.js';
import type { Policy, Problem } from '../../src/policies/definition.js';
import { judge } from './judging.js';

/** Judges as usual, but offers no fixes: each would be tried, which takes most of a review's time. */
export function judgeWithoutFixes(): Judge {
  const usual = judge();
  return { ...usual, policies: usual.policies.map(withoutFixes) };
}

function withoutFixes(policy: Policy): Policy {
  return {
    ...policy,
    ...('check' in policy && { check: (...asked: Parameters<typeof policy.check>) => fixless(policy.check(...asked)) }),
    ...('compare' in policy && {
      compare: (...asked: Parameters<typeof policy.compare>) => fixless(policy.compare(...asked)),
    }),
    ...('inspect' in policy && {
      inspect: (...asked: Parameters<typeof policy.inspect>) => fixless(policy.inspect(...asked)),
    }),
    ...('judge' in policy && { judge: (...asked: Parameters<typeof policy.judge>) => fixless(policy.judge(...asked)) }),
  } as Policy;
}

function* fixless<P extends Problem>(problems: Iterable<P>): Iterable<P> {
  for (const problem of problems) yield { ...problem, fix: undefined };
}
