type Token =
  | { readonly kind: 'number'; readonly value: bigint }
  | { readonly kind: 'word'; readonly value: string }
  | List;

interface List {
  readonly kind: 'list';
  readonly items: Token[];
}

const qualifiers = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp'];
const aliases = new Map([
  ['ga', ''],
  ['final', ''],
  ['release', ''],
  ['cr', 'rc'],
]);
const shortened = new Map([
  ['a', 'alpha'],
  ['b', 'beta'],
  ['m', 'milestone'],
]);

/** Maven's ComparableVersion; undefined if one of them is too long to be a version. */
export function compareMaven(a: string, b: string): number | undefined {
  if (a.length > 128 || b.length > 128 || a === '' || b === '') return undefined;
  return compareTokens(parse(a), parse(b));
}

/** Splits at dots and hyphens and between digits and letters; a hyphen or a change opens a list within the list. */
function parse(version: string): List {
  const root: List = { kind: 'list', items: [] };
  const open = [root];
  let list = root;
  const pieces = version.toLowerCase().match(/\d+|[^\d.\-_]+|[.\-_]/g) ?? [];
  let previous = '.';
  for (const [index, piece] of pieces.entries()) {
    const separator = /^[.\-_]$/.test(piece);
    if (separator && /^[.\-_]$/.test(previous)) list.items.push({ kind: 'number', value: 0n });
    const changed = !separator && !/^[.\-_]$/.test(previous);
    if (changed || piece === '-' || piece === '_') {
      const inner: List = { kind: 'list', items: [] };
      list.items.push(inner);
      open.push(inner);
      list = inner;
    }
    if (!separator) list.items.push(tokenOf(piece, /^\d/.test(pieces[index + 1] ?? '')));
    previous = piece;
  }
  for (const one of open.reverse()) normalise(one);
  return root;
}

function tokenOf(piece: string, digitFollows: boolean): Token {
  if (/^\d/.test(piece)) return { kind: 'number', value: BigInt(piece) };
  const word = digitFollows ? (shortened.get(piece) ?? piece) : piece;
  return { kind: 'word', value: aliases.get(word) ?? word };
}

/** Drops trailing parts that say nothing, up to the first that says something; lists are stepped over. */
function normalise(list: List): void {
  for (let index = list.items.length - 1; index >= 0; index -= 1) {
    const item = list.items[index];
    if (item === undefined) continue;
    if (isNull(item)) list.items.splice(index, 1);
    else if (item.kind !== 'list') break;
  }
}

function isNull(token: Token): boolean {
  if (token.kind === 'list') return token.items.length === 0;
  return token.kind === 'number' ? token.value === 0n : token.value === '';
}

const ranks: Record<Token['kind'], number> = { word: 0, list: 1, number: 2 };

function compareTokens(a: Token | undefined, b: Token | undefined): number {
  if (a === undefined) return b === undefined ? 0 : -compareTokens(b, undefined);
  if (b === undefined) return compareToNothing(a);
  if (a.kind === 'number' && b.kind === 'number') return a.value === b.value ? 0 : a.value < b.value ? -1 : 1;
  if (a.kind === 'word' && b.kind === 'word') return compareQualifiers(a.value, b.value);
  if (a.kind === 'list' && b.kind === 'list') {
    for (let index = 0; index < Math.max(a.items.length, b.items.length); index += 1) {
      const order = compareTokens(a.items[index], b.items[index]);
      if (order !== 0) return order;
    }
    return 0;
  }
  return Math.sign(ranks[a.kind] - ranks[b.kind]);
}

function compareToNothing(token: Token): number {
  if (token.kind === 'number') return token.value === 0n ? 0 : 1;
  if (token.kind === 'word') return compareQualifiers(token.value, '');
  for (const item of token.items) {
    const order = compareToNothing(item);
    if (order !== 0) return order;
  }
  return 0;
}

/** Known qualifiers in their order, `sp` after the release, unknown words after all by their letters. */
function compareQualifiers(a: string, b: string): number {
  const [x, y] = [rankOf(a), rankOf(b)];
  if (x !== y) return x < y ? -1 : 1;
  return x < qualifiers.length || a === b ? 0 : a < b ? -1 : 1;
}

function rankOf(word: string): number {
  const known = qualifiers.indexOf(word);
  return known === -1 ? qualifiers.length : known;
}
