import { holds, type Requirements } from './conditions.js';
import type { Documents, Statement } from './statement.js';

/** Whether the resources of a statement are those in question. */
export type Matches = (statement: Statement) => boolean;

/** What an identity may do with one action on one resource, depending on facts that only a request brings. */
export interface Decision {
  readonly facts: () => readonly string[];
  readonly allows: (facts: ReadonlySet<string>) => boolean;
  /** The statements that have a say. */
  readonly statements: readonly Statement[];
  /** Equal for decisions that are alike in every situation. */
  readonly key: string;
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
    facts: () => [...new Set([...agreed, ...statements.flatMap(({ when }) => factsOf(when))])],
    allows: (facts) =>
      permits(own, facts) && (bound === undefined || permits(bound, facts)) && agreed.every((fact) => facts.has(fact)),
    statements,
    key: `${keyOf(own)} ${bound === undefined ? agreed.join() : keyOf(bound)}`,
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

/** What statements ask for is all that tells one from another once they are about an action and a resource. */
function keyOf({ allow, deny }: Split): string {
  return `${numbersOf(allow)}-${numbersOf(deny)}`;
}

function numbersOf(statements: readonly Statement[]): string {
  const [first, ...others] = statements;
  if (first === undefined) return '';
  return others.length === 0 ? String(numberOf(first)) : [...new Set(statements.map(numberOf))].sort().join();
}

const numbers = new WeakMap<Requirements, number>();
const unconditional = 0;
let last = unconditional;

function numberOf({ when }: Statement): number {
  if (when.length === 0) return unconditional;
  const known = numbers.get(when);
  if (known !== undefined) return known;
  last += 1;
  numbers.set(when, last);
  return last;
}

function factsOf(when: Requirements): readonly string[] {
  return when.flatMap(({ facts }) => facts);
}
