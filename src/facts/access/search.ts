import { automatonOf, type State } from './automaton.js';
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
      budget.left -= 1;
      if (budget.left < 0) return { kind: 'unknown' };
      for (const letter of [fresh, ...automaton.lettersAt(step.state)]) {
        const state = automaton.step(step.state, letter);
        // The places of the domain come first.
        if (state[0] === undefined || state[0] >= outside) continue;
        const key = state.join();
        if (seen.has(key)) continue;
        seen.add(key);
        next.push({ state, letter, before: step });
      }
    }
    row = next;
  }
  return { kind: 'none' };
}

function wordOf(last: Step): readonly string[] {
  const word: string[] = [];
  for (let step: Step | undefined = last; step?.before !== undefined; step = step.before) word.push(step.letter);
  return word.reverse();
}
