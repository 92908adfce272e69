import { type Automaton, automatonOf } from './automaton.js';
import { type Element, fresh } from './pattern.js';

/** A question: is there a text of the domain that is matched by such patterns as are wanted? */
export interface Question {
  /** The text is one of these. */
  readonly domain: readonly (readonly Element[])[];
  readonly patterns: readonly (readonly Element[])[];
  /** Which patterns match it, by their places in `patterns`. */
  readonly wanted: (matched: readonly boolean[]) => boolean;
  /** States that may be looked at, counted down. */
  readonly budget: { left: number };
}

/** A text in letters, proof that there is none, or neither within the budget. */
export type Answer =
  | { readonly kind: 'word'; readonly word: readonly string[] }
  | { readonly kind: 'none' | 'unknown' };

interface Step {
  readonly state: bigint;
  readonly letter: string;
  readonly before: Step | undefined;
}

/** Looks for the shortest such text: all states that texts of the domain lead to, breadth first. */
export function findWord({ domain, patterns, wanted, budget }: Question): Answer {
  const automaton = automatonOf([...domain, ...patterns]);
  const inDomain = automaton.places.slice(0, domain.length).reduce((mask, places) => mask | places, 0n);
  const isIn = automaton.ends.slice(0, domain.length).reduce((mask, end) => mask | end, 0n);
  const ends = automaton.ends.slice(domain.length);
  const accepts = (state: bigint) => (state & isIn) !== 0n && wanted(ends.map((end) => (state & end) !== 0n));
  const seen = new Set<bigint>([automaton.start]);
  let row: readonly Step[] = [{ state: automaton.start, letter: '', before: undefined }];
  while (row.length > 0) {
    const next: Step[] = [];
    for (const step of row) {
      if (accepts(step.state)) return { kind: 'word', word: wordOf(step) };
      budget.left -= 1;
      if (budget.left < 0) return { kind: 'unknown' };
      for (const [letter, state] of movesFrom(automaton, step.state)) {
        if ((state & inDomain) === 0n || seen.has(state)) continue;
        seen.add(state);
        next.push({ state, letter, before: step });
      }
    }
    row = next;
  }
  return { kind: 'none' };
}

function movesFrom(automaton: Automaton, state: bigint): readonly (readonly [string, bigint])[] {
  return [fresh, ...automaton.lettersAt(state)].map((letter) => [letter, automaton.step(state, letter)]);
}

function wordOf(last: Step): readonly string[] {
  const word: string[] = [];
  for (let step: Step | undefined = last; step?.before !== undefined; step = step.before) word.push(step.letter);
  return word.reverse();
}
