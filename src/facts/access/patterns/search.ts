import { type Automaton, automatonOf, type State } from './automaton.js';
import { type Element, fresh } from './pattern.js';

/** A question: is there a text of the domain that is matched by such patterns as are wanted? */
export interface Question {
  /** The text is one of these. */
  readonly domain: readonly (readonly Element[])[];
  readonly patterns: readonly (readonly Element[])[];
  /** Which patterns match it, by their places in `patterns`. */
  readonly wanted: (matched: readonly boolean[]) => boolean;
  /** Places of states that may be looked at, counted down. */
  readonly budget: { left: number };
}

/** A text in letters, proof that there is none, or neither within the budget. */
export type Answer =
  | { readonly kind: 'word'; readonly word: readonly string[] }
  | { readonly kind: 'none' | 'unknown' };

interface Step {
  readonly state: State;
  readonly letter: string;
  readonly before: Step | undefined;
}

/** Looks for the shortest such text: all states that texts of the domain lead to, breadth first. */
export function findWord({ domain, patterns, wanted, budget }: Question): Answer {
  const automaton = automatonOf([...domain, ...patterns]);
  const outside = automaton.placesOf(domain.length);
  const accepts = (state: State) => {
    const matched = patterns.map(() => false);
    let isIn = false;
    for (const place of state) {
      const pattern = automaton.endingAt(place);
      if (pattern >= domain.length) matched[pattern - domain.length] = true;
      else isIn ||= pattern >= 0;
    }
    return isIn && wanted(matched);
  };
  const seen = new Set<string>();
  let row: readonly Step[] = [{ state: automaton.start, letter: '', before: undefined }];
  while (row.length > 0) {
    const next: Step[] = [];
    for (const step of row) {
      if (accepts(step.state)) return { kind: 'word', word: wordOf(step) };
      budget.left -= step.state.length;
      if (budget.left < 0) return { kind: 'unknown' };
      next.push(...stepsFrom(step, { automaton, outside, seen }));
    }
    row = next;
  }
  return { kind: 'none' };
}

interface Walk {
  readonly automaton: Automaton;
  /** The first place behind those of the domain, which come first. */
  readonly outside: number;
  readonly seen: Set<string>;
}

/** Where each letter leads that does not leave the domain, each state once. */
function stepsFrom(before: Step, { automaton, outside, seen }: Walk): readonly Step[] {
  return [fresh, ...automaton.lettersAt(before.state)].flatMap((letter): readonly Step[] => {
    const state = automaton.step(before.state, letter);
    const key = state.join();
    if ((state[0] ?? outside) >= outside || seen.has(key)) return [];
    seen.add(key);
    return [{ state, letter, before }];
  });
}

function wordOf(last: Step): readonly string[] {
  const word: string[] = [];
  for (let step: Step | undefined = last; step?.before !== undefined; step = step.before) word.push(step.letter);
  return word.reverse();
}
