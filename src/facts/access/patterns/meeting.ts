import { type Element, fresh, isGenerated, isOpen, possibilitiesOf, takes } from './pattern.js';

/** True if some text is what both patterns stand for. Work is bounded by the product of both lengths. */
export function canMeet(one: readonly Element[], other: readonly Element[]): boolean {
  return waysTo(one, other) !== undefined;
}

/** A text that both patterns stand for, as letters; undefined if there is none. */
export function meetingWord(one: readonly Element[], other: readonly Element[]): readonly string[] | undefined {
  const ways = waysTo(one, other);
  if (ways === undefined) return undefined;
  const width = other.length + 1;
  const letters: string[] = [];
  for (let state = ways.length - 1; state > 0; ) {
    const before = ways[state] ?? 0;
    const [row, column] = [Math.floor(before / width), before % width];
    const [a, b] = [one[row], other[column]];
    const isSkipped =
      (a?.kind === 'many' && Math.floor(state / width) > row) || (b?.kind === 'many' && state % width > column);
    if (!isSkipped && a !== undefined && b !== undefined) letters.push(sharedLetter(a, b));
    state = before;
  }
  return letters.reverse();
}

const unseen = -1;

/** From each state of both, as `row * width + column`, the one before it; undefined if the last is not reached. */
function waysTo(one: readonly Element[], other: readonly Element[]): Int32Array | undefined {
  const width = other.length + 1;
  const ways = new Int32Array((one.length + 1) * width).fill(unseen);
  const waiting = [0];
  ways[0] = 0;
  const visit = (state: number, before: number) => {
    if (ways[state] !== unseen) return;
    ways[state] = before;
    waiting.push(state);
  };
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    const [a, b] = [one[Math.floor(state / width)], other[state % width]];
    if (a === undefined && b === undefined) return ways;
    if (a !== undefined && b !== undefined && shareLetter(a, b)) {
      visit(state + (a.kind === 'many' ? 0 : width) + (b.kind === 'many' ? 0 : 1), state);
    }
    // Looked at first: the sooner a star ends, the shorter is the text.
    if (a?.kind === 'many') visit(state + width, state);
    if (b?.kind === 'many') visit(state + 1, state);
  }
  return undefined;
}

function sharedLetter(a: Element, b: Element): string {
  if (a.kind === 'letter') return a.letter;
  return b.kind === 'letter' ? b.letter : fresh;
}

/** Two classes of letters that are not single always share one: the alphabet has no end. */
function shareLetter(a: Element, b: Element): boolean {
  if (a.kind === 'letter') return takes(b, a.letter);
  return b.kind === 'letter' ? takes(a, b.letter) : true;
}

/**
 * True if a pattern may stand for a word once the deployment has said what it alone knows. Names that it makes begin with the name of
 * the stack, so that a star can stand for one and no letters can.
 */
export function mayMatch(pattern: readonly Element[], word: readonly string[]): boolean {
  const isWild = hasWildName(pattern);
  const elements = word.map((letter): Element => {
    if (isOpen(letter)) return possibilitiesOf(letter);
    if (isWild && isGenerated(letter)) return { kind: 'many', except: ':/', isPlain: true };
    return { kind: 'letter', letter };
  });
  return canMeet(pattern, elements);
}

/** Of an ARN what follows partition, service, region and account. */
const partsBefore = 5;

/** True if a pattern leaves open which resource it is about, and not only where it is. */
function hasWildName(pattern: readonly Element[]): boolean {
  let parts = 0;
  return pattern.some((element) => {
    if (element.kind === 'letter') parts += Number(element.letter === ':');
    return element.kind !== 'letter' && parts >= partsBefore;
  });
}

/** True if a pattern stands for a word. */
export function matchesWord(pattern: readonly Element[], word: readonly string[]): boolean {
  // Nearly all pairs differ in their first letters.
  const { plain, isLoose } = shapeOf(pattern);
  for (let index = 0; index < plain; index += 1) {
    const [element, letter] = [pattern[index], word[index]];
    if (element === undefined || letter === undefined || !takes(element, letter)) return false;
  }
  if (plain === pattern.length) return word.length === plain;
  return isLoose ? matchesLoosely(pattern, word, plain) : matchesByStates(pattern, word, plain);
}

interface Shape {
  /** How many single letters it begins with. */
  readonly plain: number;
  /** Every `*` takes whatever there is. */
  readonly isLoose: boolean;
}

const shapes = new WeakMap<readonly Element[], Shape>();

function shapeOf(pattern: readonly Element[]): Shape {
  const known = shapes.get(pattern);
  if (known !== undefined) return known;
  const first = pattern.findIndex(({ kind }) => kind === 'many');
  const shape = {
    plain: first === -1 ? pattern.length : first,
    isLoose: pattern.every((element) => element.kind !== 'many' || element.except === ''),
  };
  shapes.set(pattern, shape);
  return shape;
}

/** What a `*` takes more than it must is given back letter by letter, to the last one alone: an earlier one could not do better. */
function matchesLoosely(pattern: readonly Element[], word: readonly string[], from: number): boolean {
  let [state, index] = [from, from];
  let [star, after] = [-1, from];
  while (index < word.length) {
    const element = pattern[state];
    if (element?.kind === 'many') {
      [star, after] = [state, index];
      state += 1;
    } else if (element !== undefined && takes(element, word[index] ?? '')) {
      state += 1;
      index += 1;
    } else {
      if (star === -1) return false;
      after += 1;
      [state, index] = [star + 1, after];
    }
  }
  while (pattern[state]?.kind === 'many') state += 1;
  return state === pattern.length;
}

function matchesByStates(pattern: readonly Element[], word: readonly string[], plain: number): boolean {
  let states = new Uint8Array(pattern.length + 1);
  // Only from `first` to `last` may states be reached: few are, of many.
  let [first, last] = [plain, closed(pattern, states, plain)];
  for (let index = plain; index < word.length; index += 1) {
    const next = new Uint8Array(pattern.length + 1);
    const letter = word[index] ?? '';
    let [from, to] = [pattern.length, -1];
    for (let state = first; state <= last; state += 1) {
      const element = pattern[state];
      if (states[state] !== 1 || element === undefined || !takes(element, letter)) continue;
      const reached = element.kind === 'many' ? state : state + 1;
      from = Math.min(from, reached);
      to = Math.max(to, closed(pattern, next, reached));
    }
    if (to === -1) return false;
    [states, first, last] = [next, from, to];
  }
  return states[pattern.length] === 1;
}

/** Marks a state, and those that are reached from it without a letter; answers the last. */
function closed(pattern: readonly Element[], states: Uint8Array, from: number): number {
  let state = from;
  states[state] = 1;
  while (pattern[state]?.kind === 'many') {
    state += 1;
    states[state] = 1;
  }
  return state;
}
