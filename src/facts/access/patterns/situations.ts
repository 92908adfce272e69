import { matchesWord } from './meeting.js';
import { elementsOf, fresh, lettersOf } from './pattern.js';

/** More facts, or more situations, than these are not weighed one by one. */
const mostFacts = 10;
const mostSituations = 1_024;

/** Every way in which facts could be so if each were independent of the others; undefined if there are too many. */
export function freely(facts: readonly string[]): readonly ReadonlySet<string>[] | undefined {
  if (facts.length > mostFacts) return undefined;
  return Array.from(
    { length: 1 << facts.length },
    (_, choice) => new Set(facts.filter((_fact, at) => (choice & (1 << at)) !== 0)),
  );
}

interface Requests {
  readonly situations: readonly ReadonlySet<string>[];
  /** No request makes other facts so than one of these. */
  readonly isComplete: boolean;
}

interface Fact {
  readonly text: string;
  readonly operator: string;
  readonly value: string;
}

/**
 * Ways in which requests make facts so: for each key every value that a condition names, another one, and none. Complete if
 * every condition compares for equality or only one is about the key.
 */
export function requestsFor(facts: readonly string[]): Requests {
  const keys = new Map<string, Fact[]>();
  for (const text of facts) {
    const [operator = '', key = text, value = ''] = text.split('\n');
    keys.set(key, [...(keys.get(key) ?? []), { text, operator, value }]);
  }
  let situations: readonly ReadonlySet<string>[] = [new Set()];
  let isComplete = true;
  for (const own of keys.values()) {
    const ways = waysOf(own);
    isComplete &&= ways.isComplete;
    if (situations.length * ways.situations.length > mostSituations) return { situations, isComplete: false };
    situations = situations.flatMap((one) => ways.situations.map((more) => new Set([...one, ...more])));
  }
  return { situations, isComplete };
}

const equalities: ReadonlySet<string> = new Set(['stringequals', 'numericequals', 'dateequals', 'bool', 'null']);
const alike: ReadonlySet<string> = new Set([
  ...equalities,
  'stringequalsignorecase',
  'stringlike',
  'arnlike',
  'arnequals',
]);

/** What one key can make so. */
function waysOf(facts: readonly Fact[]): Requests {
  const [first] = facts;
  if (facts.length === 1 && first !== undefined) {
    return { situations: [new Set(), new Set([first.text])], isComplete: true };
  }
  const operators = new Set(facts.map(({ operator }) => operator));
  // A key with several values can have any of them together.
  if (operators.size === 1 && operators.has('foranyvalue:stringequals')) {
    const situations = freely(facts.map(textOf));
    return { situations: situations ?? [], isComplete: situations !== undefined };
  }
  if (![...operators].every((operator) => alike.has(operator))) return { situations: [new Set()], isComplete: false };
  const isEqual = operators.size === 1 && [...operators].every((one) => equalities.has(one));
  const isKnown = facts.every(({ value }) => !value.includes('${'));
  const values = [...facts.flatMap(({ value }) => [value.replaceAll('*', fresh), value.replaceAll('*', '')]), fresh];
  const situations = [...new Set(values)].map(
    (value) => new Set(facts.filter((fact) => isSo(fact, value)).map(textOf)),
  );
  const missing = new Set(facts.filter(({ operator, value }) => operator === 'null' && value === 'true').map(textOf));
  return { situations: [missing, ...situations], isComplete: isEqual && isKnown };
}

function textOf({ text }: Fact): string {
  return text;
}

function isSo({ operator, value }: Fact, given: string): boolean {
  if (operator === 'null') return value === 'false';
  if (operator === 'stringequalsignorecase') return value.toLowerCase() === given.toLowerCase();
  if (equalities.has(operator)) return value === given;
  return matchesWord(elementsOf(value, 'surely'), lettersOfValue(given));
}

function lettersOfValue(given: string): readonly string[] {
  return given.split(fresh).flatMap((part, at) => (at === 0 ? lettersOf(part) : [fresh, ...lettersOf(part)]));
}
