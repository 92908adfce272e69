import { type List, parseMaven, type Token, type Word } from './maven-version.js';

/** Maven's ComparableVersion as of Maven 3.9; undefined if one of them is too long to be a version. */
export function compareMaven(a: string, b: string): number | undefined {
  if (a.length > 128 || b.length > 128 || a === '' || b === '') return undefined;
  return compare(parseMaven(a), parseMaven(b));
}

const ranks: Record<Token['kind'], number> = { word: 0, list: 1, number: 2 };

function compare(a: Token | undefined, b: Token | undefined): number {
  if (a === undefined) return b === undefined ? 0 : -compareToNothing(b);
  if (b === undefined) return compareToNothing(a);
  if (a.kind === 'number' && b.kind === 'number') return compareNumbers(a.value, b.value);
  if (a.kind === 'list' && b.kind === 'list') return compareLists(a, b);
  if (a.kind === 'word' && b.kind === 'word') return compareWords(a.word, b.word);
  return Math.sign(ranks[a.kind] - ranks[b.kind]);
}

function compareLists(a: List, b: List): number {
  for (let index = 0; index < Math.max(a.items.length, b.items.length); index += 1) {
    const order = compare(a.items[index], b.items[index]);
    if (order !== 0) return order;
  }
  return 0;
}

function compareNumbers(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function compareToNothing(token: Token): number {
  if (token.kind === 'number') return token.value === 0n ? 0 : 1;
  if (token.kind !== 'list') return compareWords(token.word, '');
  for (const item of token.items) {
    const order = compareToNothing(item);
    if (order !== 0) return order;
  }
  return 0;
}

const qualifiers = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp'];
const releases = ['ga', 'final', 'release'];

/** Known words in their order, `sp` after the release, unknown words after all by their letters. */
function compareWords(a: Word, b: Word): number {
  const [x, y] = [rankOf(a), rankOf(b)];
  if (x !== y) return x < y ? -1 : 1;
  if (x < qualifiers.length || a === b) return 0;
  return a < b ? -1 : 1;
}

function rankOf(word: Word): number {
  const known = qualifiers.indexOf(releases.includes(word) ? '' : word);
  return known === -1 ? qualifiers.length : known;
}
