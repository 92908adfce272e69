import type { Requirement, Requirements } from './conditions.js';
import type { Decision } from './decision.js';
import { freely, requestsFor } from './patterns/situations.js';

/**
 * How what head allows stands to what base allows: nothing more; something where base allows nothing; more in some
 * situations and less in none; or neither, so that the two cannot be compared.
 */
export type Verdict = 'within' | 'new' | 'looser' | 'apart';

const verdicts = new Map<string, Verdict>();
/** Verdicts that are kept: thousands of actions on thousands of resources are decided by the same few statements. */
const mostVerdicts = 10_000;

/** The verdict over all situations: those that facts could make by themselves, then those that requests can. */
export function verdictOf(head: Decision, base: Decision): Verdict {
  const key = `${head.key}/${base.key}`;
  const known = verdicts.get(key);
  if (known !== undefined) return known;
  const facts = [...new Set([...head.facts(), ...base.facts()])];
  const free = freely(facts);
  // Too many to weigh: whether both say the same depends on more than what they ask for.
  if (free === undefined) return saysTheSame(head, base) ? 'within' : isAllNew(head, base) ? 'new' : 'apart';
  const verdict = weighedVerdict(head, base, { facts, free });
  if (verdicts.size >= mostVerdicts) verdicts.clear();
  verdicts.set(key, verdict);
  return verdict;
}

interface Facts {
  readonly facts: readonly string[];
  readonly free: readonly ReadonlySet<string>[];
}

function weighedVerdict(head: Decision, base: Decision, { facts, free }: Facts): Verdict {
  const loosely = weigh(head, base, free);
  if (facts.length === 0) return wordOf(loosely);
  if (!loosely.more) return 'within';
  const { situations, isComplete } = requestsFor(facts);
  const weighed = weigh(head, base, situations);
  if (isComplete) return wordOf(weighed);
  if (!weighed.more) return isAllNew(head, base) ? 'new' : 'apart';
  return wordOf({ more: true, less: loosely.less, before: loosely.before });
}

interface Weighed {
  readonly more: boolean;
  readonly less: boolean;
  readonly before: boolean;
}

function weigh(head: Decision, base: Decision, situations: readonly ReadonlySet<string>[]): Weighed {
  let [more, less, before] = [false, false, false];
  for (const so of situations) {
    const [now, then] = [head.allows(so), base.allows(so)];
    more ||= now && !then;
    less ||= then && !now;
    before ||= then;
  }
  return { more, less, before };
}

function wordOf({ more, less, before }: Weighed): Verdict {
  if (!more) return 'within';
  if (!before) return 'new';
  return less ? 'apart' : 'looser';
}

/**
 * True if base allows nothing whatever the request says, and head something: a statement whose conditions are each the only one about
 * their key can be met, whatever they compare.
 */
function isAllNew(head: Decision, base: Decision): boolean {
  const isNever = base.statements.every(({ effect }) => effect === 'deny');
  const all = head.statements.flatMap(({ when }) => when);
  return isNever && head.statements.some((one) => one.effect === 'allow' && isMet(one.when, all, head));
}

function isMet(when: Requirements, all: Requirements, head: Decision): boolean {
  const isAlone = (one: Requirement) =>
    all.every(
      (other) => other === one || subjectOf(other) !== subjectOf(one) || (when.includes(other) && isPresence(other)),
    );
  const asked = when.filter((one) => !isPresence(one));
  const met = when.flatMap(({ negated, facts }) => (negated ? [] : facts.slice(0, 1)));
  return asked.every(isAlone) && head.allows(new Set(met));
}

/** Asks only that the request has the key. */
function isPresence({ negated, facts }: Requirement): boolean {
  return !negated && facts.every((fact) => /^null\n.*\nfalse$/s.test(fact));
}

function subjectOf({ facts: [fact = ''] }: Requirement): string {
  return fact.split('\n')[1] ?? fact;
}

function saysTheSame(head: Decision, base: Decision): boolean {
  const keys = ({ statements }: Decision) => JSON.stringify([...new Set(statements.map(({ key }) => key))].sort());
  return keys(head) === keys(base);
}

/** The condition keys that a difference depends on. */
export function decidingKeys(head: Decision, base: Decision, verdict: 'new' | 'looser'): readonly string[] {
  if ([head, base].every(({ statements }) => statements.every(({ when }) => when.length === 0))) return [];
  const requirements = (decision: Decision) => decision.statements.flatMap(({ when }) => when);
  if (verdict === 'new') {
    const isFree = head.allows(new Set());
    return isFree ? [] : [...new Set(requirements(head).map(({ key }) => key))];
  }
  const said = (decision: Decision) => new Map(requirements(decision).map((one) => [textOf(one), one.key]));
  const [now, then] = [said(head), said(base)];
  const apart = [...[...now].filter(([text]) => !then.has(text)), ...[...then].filter(([text]) => !now.has(text))];
  return [...new Set(apart.map(([, key]) => key))];
}

const texts = new WeakMap<Requirement, string>();

function textOf(requirement: Requirement): string {
  const text = texts.get(requirement) ?? JSON.stringify(requirement);
  texts.set(requirement, text);
  return text;
}
