import { type Element, fresh, takes } from './pattern.js';

/** All patterns of a question as one automaton: a state is the set of places, of every pattern, that a text can have reached. */
export interface Automaton {
  readonly start: bigint;
  /** Letters that some pattern names; `fresh` stands for all others. */
  readonly letters: readonly string[];
  readonly step: (state: bigint, letter: string) => bigint;
  /** Letters on which a state does something else than on `fresh`. */
  readonly lettersAt: (state: bigint) => readonly string[];
  /** For each pattern the place where it ends, and all its places. */
  readonly ends: readonly bigint[];
  readonly places: readonly bigint[];
}

interface Placed {
  readonly element: Element;
  readonly bit: bigint;
}

/** Places after which, as long as one is reached, nothing before it matters: the stars. */
interface Star {
  readonly bit: bigint;
  readonly before: bigint;
}

export function automatonOf(patterns: readonly (readonly Element[])[]): Automaton {
  const { named, classes, ends, places, stars, starts } = layOut(patterns);
  const skips = maskOf(classes.filter(({ element }) => element.kind === 'many'));
  const moves = new Map<string, { readonly stay: bigint; readonly go: bigint }>();
  const movesOn = (letter: string) => {
    const known = moves.get(letter);
    if (known !== undefined) return known;
    const taking = classes.filter(({ element }) => takes(element, letter));
    const stay = maskOf(taking.filter(({ element }) => element.kind === 'many'));
    const once = maskOf(taking.filter(({ element }) => element.kind === 'one'));
    const move = { stay, go: once | (named.get(letter) ?? 0n) };
    moves.set(letter, move);
    return move;
  };
  const naming = [...withExceptions(named, classes)];
  const settle = (state: bigint) => shortened(skipped(state, skips), stars);
  return {
    start: settle(starts),
    letters: naming.map(([letter]) => letter),
    step: (state, letter) => {
      const { stay, go } = movesOn(letter);
      return settle(((state & go) << 1n) | (state & stay));
    },
    lettersAt: (state) => naming.flatMap(([letter, at]) => ((state & at) === 0n ? [] : [letter])),
    ends,
    places,
  };
}

/** The places at which a letter is told apart from `fresh`: where it is named, and where it is excepted. */
function withExceptions(named: ReadonlyMap<string, bigint>, classes: readonly Placed[]): ReadonlyMap<string, bigint> {
  const all = new Map(named);
  for (const { element, bit } of classes) {
    if (element.kind === 'letter') continue;
    for (const letter of element.except) if (letter !== fresh) all.set(letter, (all.get(letter) ?? 0n) | bit);
  }
  return all;
}

function layOut(patterns: readonly (readonly Element[])[]) {
  const named = new Map<string, bigint>();
  const classes: Placed[] = [];
  const stars: Star[] = [];
  const ends: bigint[] = [];
  const places: bigint[] = [];
  let [offset, starts] = [0, 0n];
  for (const pattern of patterns) {
    const first = 1n << BigInt(offset);
    starts |= first;
    for (const [at, element] of pattern.entries()) {
      const bit = 1n << BigInt(offset + at);
      if (element.kind === 'letter') named.set(element.letter, (named.get(element.letter) ?? 0n) | bit);
      else classes.push({ element, bit });
      if (element.kind === 'many' && element.except === '') stars.push({ bit, before: bit - first });
    }
    ends.push(1n << BigInt(offset + pattern.length));
    places.push(((1n << BigInt(pattern.length + 1)) - 1n) << BigInt(offset));
    offset += pattern.length + 1;
  }
  return { named, classes, stars: stars.filter(({ before }) => before !== 0n).reverse(), ends, places, starts };
}

function maskOf(placed: readonly Placed[]): bigint {
  return placed.reduce((mask, { bit }) => mask | bit, 0n);
}

/** Places behind those that can stand for nothing. */
function skipped(state: bigint, skips: bigint): bigint {
  let all = state;
  for (let more = (all & skips) << 1n; (more & ~all) !== 0n; more = (all & skips) << 1n) all |= more;
  return all;
}

/** What a later star stands for includes whatever earlier places of its pattern lead to. */
function shortened(state: bigint, stars: readonly Star[]): bigint {
  let left = state;
  for (const { bit, before } of stars) if ((left & bit) !== 0n) left &= ~before;
  return left;
}
