import { holds, type Requirements } from './conditions.js';
import { freely, requestsFor } from './situations.js';
import type { Documents, Statement } from './statement.js';

/** Whether the resources of a statement are those in question. */
export type Matches = (statement: Statement) => boolean;

/** What an identity may do with one action on one resource, depending on facts that only a request brings. */
export interface Decision {
  readonly facts: readonly string[];
  readonly allows: (facts: ReadonlySet<string>) => boolean;
  /** The statements that have a say. */
  readonly statements: readonly Statement[];
}

/** The decision of the statements that are about an action and a resource: a Deny wins, and a boundary must agree. */
export function decisionOf(documents: Documents, matches: Matches): Decision {
  const own = split(documents.statements, matches);
  const { boundary } = documents;
  const bound = typeof boundary === 'object' ? split(boundary, matches) : undefined;
  // A boundary of which only the name is known is a fact of its own.
  const agreed = typeof boundary === 'string' ? [`boundary ${boundary}`] : [];
  const statements = [...own.allow, ...own.deny, ...(bound?.allow ?? []), ...(bound?.deny ?? [])];
  return {
    facts: [...new Set([...agreed, ...statements.flatMap(({ when }) => factsOf(when))])],
    allows: (facts) =>
      permits(own, facts) && (bound === undefined || permits(bound, facts)) && agreed.every((fact) => facts.has(fact)),
    statements,
  };
}

interface Split {
  readonly allow: readonly Statement[];
  readonly deny: readonly Statement[];
}

function split(statements: readonly Statement[], matches: Matches): Split {
  const own = statements.filter(matches);
  return {
    allow: own.filter(({ effect }) => effect === 'allow'),
    deny: own.filter(({ effect }) => effect === 'deny'),
  };
}

function permits({ allow, deny }: Split, facts: ReadonlySet<string>): boolean {
  return allow.some(({ when }) => holds(when, facts)) && !deny.some(({ when }) => holds(when, facts));
}

function factsOf(when: Requirements): readonly string[] {
  return when.flatMap(({ facts }) => facts);
}

/**
 * How what head allows stands to what base allows: nothing more; something where base allows nothing; more in some
 * situations and less in none; or neither, so that the two cannot be compared.
 */
export type Verdict = 'within' | 'new' | 'looser' | 'apart';

/** The verdict over all situations: those that facts could make by themselves, then those that requests can. */
export function verdictOf(head: Decision, base: Decision): Verdict {
  const facts = [...new Set([...head.facts, ...base.facts])];
  if (facts.length === 0) return wordOf(weigh(head, base, [new Set()]));
  const free = freely(facts);
  if (free === undefined) return saysTheSame(head, base) ? 'within' : 'apart';
  const loosely = weigh(head, base, free);
  if (!loosely.more) return 'within';
  const { situations, isComplete } = requestsFor(facts);
  const weighed = weigh(head, base, situations);
  if (isComplete) return wordOf(weighed);
  if (!weighed.more) return 'apart';
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

function saysTheSame(head: Decision, base: Decision): boolean {
  const keys = ({ statements }: Decision) => JSON.stringify([...new Set(statements.map(({ key }) => key))].sort());
  return keys(head) === keys(base);
}

/** The condition keys that a difference depends on. */
export function decidingKeys(head: Decision, base: Decision, verdict: 'new' | 'looser'): readonly string[] {
  const requirements = (decision: Decision) => decision.statements.flatMap(({ when }) => when);
  if (verdict === 'new') {
    const isFree = head.allows(new Set());
    return isFree ? [] : [...new Set(requirements(head).map(({ key }) => key))];
  }
  const said = (decision: Decision) => new Map(requirements(decision).map((one) => [JSON.stringify(one), one.key]));
  const [now, then] = [said(head), said(base)];
  const apart = [...[...now].filter(([text]) => !then.has(text)), ...[...then].filter(([text]) => !now.has(text))];
  return [...new Set(apart.map(([, key]) => key))];
}
