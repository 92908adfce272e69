export type Word = string;

/** Part of a Maven version: a number, a word, or a list that a hyphen or a change between digits and letters opens. */
export type Token =
  | { readonly kind: 'number'; readonly value: bigint }
  | { readonly kind: 'word'; readonly word: Word }
  | List;

export interface List {
  readonly kind: 'list';
  readonly items: Token[];
}

interface Reading {
  readonly lists: List[];
  list: List;
  /** The part that is being read. */
  part: string;
}

/** The parts of a version. `.x` counts as `-x`, and `x1` as `x-1`. */
export function parseMaven(version: string): List {
  const root: List = { kind: 'list', items: [] };
  const reading: Reading = { lists: [root], list: root, part: '' };
  const text = version.toLowerCase();
  for (const sign of text) readSign(reading, sign);
  if (reading.part !== '') {
    if (!endsInDigit(reading.part) && reading.list.items.length > 0) openList(reading);
    reading.list.items.push(tokenOf(reading.part));
  }
  for (const list of reading.lists.reverse()) normalise(list);
  return root;
}

function readSign(reading: Reading, sign: string): void {
  const { part } = reading;
  if (sign === '.') endPart(reading);
  else if (sign === '-') {
    endPart(reading);
    if (reading.list.items.length > 0) openList(reading);
  } else if (isDigit(sign)) {
    if (part !== '' && !endsInDigit(part)) endWord(reading);
    reading.part += sign;
  } else {
    if (endsInDigit(part)) {
      endPart(reading);
      openList(reading);
    }
    reading.part += sign;
  }
}

/** A word before its number is a list of both, and may be one letter. */
function endWord(reading: Reading): void {
  if (reading.list.items.length > 0) openList(reading);
  const word = shortened.get(reading.part) ?? reading.part;
  reading.list.items.push({ kind: 'word', word: word === 'cr' ? 'rc' : word });
  reading.part = '';
  openList(reading);
}

function endPart(reading: Reading): void {
  reading.list.items.push(reading.part === '' ? { kind: 'number', value: 0n } : tokenOf(reading.part));
  reading.part = '';
}

function openList(reading: Reading): void {
  const inner: List = { kind: 'list', items: [] };
  reading.list.items.push(inner);
  reading.lists.push(inner);
  reading.list = inner;
}

function isDigit(sign: string): boolean {
  return sign >= '0' && sign <= '9' && sign.length === 1;
}

function endsInDigit(part: string): boolean {
  return isDigit(part.at(-1) ?? '');
}

const shortened = new Map([
  ['a', 'alpha'],
  ['b', 'beta'],
  ['m', 'milestone'],
]);

function tokenOf(part: string): Token {
  if (endsInDigit(part)) return { kind: 'number', value: BigInt(part) };
  return { kind: 'word', word: part === 'cr' ? 'rc' : part };
}

/** Drops parts that say nothing, up to the first from the end that says something; lists are stepped over. */
function normalise({ items }: List): void {
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const item = items[index];
    if (isNothing(item)) items.splice(index, 1);
    else if (item?.kind !== 'list') return;
  }
}

function isNothing(token: Token | undefined): boolean {
  if (token?.kind === 'list') return token.items.length === 0;
  return token?.kind === 'number' && token.value === 0n;
}
