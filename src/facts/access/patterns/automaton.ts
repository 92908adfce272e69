import { type Element, fresh, takes } from './pattern.js';

/** The places, of every pattern, that a text can have reached: ascending, few at a time. */
export type State = readonly number[];

/** All patterns of a question as one automaton. */
export interface Automaton {
  readonly start: State;
  readonly step: (state: State, letter: string) => State;
  /** Letters on which a state does something else than on `fresh`, which stands for all others. */
  readonly lettersAt: (state: State) => readonly string[];
  /** Of each place the pattern that it is of, if it ends there; otherwise -1. */
  readonly endingAt: (place: number) => number;
  /** The first place behind the first so many patterns. */
  readonly placesOf: (patterns: number) => number;
}

interface Layout {
  /** What a text must go on with at each place; undefined where a pattern ends. */
  readonly elements: readonly (Element | undefined)[];
  /** Where the pattern of each place begins. */
  readonly beginnings: readonly number[];
  readonly endings: readonly number[];
  readonly starts: readonly number[];
}

export function automatonOf(patterns: readonly (readonly Element[])[]): Automaton {
  const layout = layOut(patterns);
  const { elements, endings, starts } = layout;
  return {
    start: settled(starts, layout),
    step: (state, letter) => {
      const next: number[] = [];
      for (const place of state) {
        const element = elements[place];
        if (element !== undefined && takes(element, letter)) next.push(element.kind === 'many' ? place : place + 1);
      }
      return next.length === 0 ? next : settled(next, layout);
    },
    lettersAt: (state) => {
      const letters = new Set<string>();
      for (const place of state) addLetters(elements[place], letters);
      return [...letters];
    },
    endingAt: (place) => endings[place] ?? -1,
    placesOf: (count) => starts[count] ?? elements.length,
  };
}

function layOut(patterns: readonly (readonly Element[])[]): Layout {
  const elements: (Element | undefined)[] = [];
  const beginnings: number[] = [];
  const endings: number[] = [];
  const starts: number[] = [];
  for (const [index, pattern] of patterns.entries()) {
    const start = elements.length;
    starts.push(start);
    for (const element of [...pattern, undefined]) {
      elements.push(element);
      beginnings.push(start);
      endings.push(element === undefined ? index : -1);
    }
  }
  return { elements, beginnings, endings, starts };
}

/** Letters by which an element tells texts apart. */
function addLetters(element: Element | undefined, letters: Set<string>): void {
  if (element === undefined) return;
  if (element.kind === 'letter') letters.add(element.letter);
  else for (const letter of element.except) if (letter !== fresh) letters.add(letter);
}

/**
 * With the places behind those that can stand for nothing, without those that a later star of their pattern makes needless:
 * what it stands for includes whatever they lead to.
 */
function settled(places: readonly number[], { elements, beginnings }: Layout): State {
  const all: number[] = [];
  const add = (place: number) => {
    const last = all[all.length - 1];
    if (last !== undefined && last >= place) return;
    const element = elements[place];
    if (element?.kind === 'many' && element.except === '') {
      const start = beginnings[place] ?? 0;
      while ((all[all.length - 1] ?? -1) >= start) all.pop();
    }
    all.push(place);
  };
  // Ascending, and each followed by what can be skipped to: a place that is met twice is met in order.
  for (const place of places) {
    add(place);
    for (let at = place; elements[at]?.kind === 'many'; at += 1) add(at + 1);
  }
  return all;
}
