/** RubyGems: segments of digits or letters; letters come before digits, and before nothing. */
export function compareGems(a: string, b: string): number | undefined {
  if (!isGem(a) || !isGem(b)) return undefined;
  const [x, y] = [segments(a), segments(b)];
  for (let index = 0; index < Math.max(x.length, y.length); index += 1) {
    const order = compareSegments(x[index] ?? '0', y[index] ?? '0');
    if (order !== 0) return order;
  }
  return 0;
}

function isGem(version: string): boolean {
  return version.length <= 128 && /^\d+(?:\.[0-9A-Za-z]+)*(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/.test(version);
}

function segments(version: string): readonly string[] {
  return version.replaceAll('-', '.pre.').match(/\d+|[A-Za-z]+/g) ?? [];
}

function compareSegments(x: string, y: string): number {
  const [xNumber, yNumber] = [/^\d/.test(x), /^\d/.test(y)];
  if (xNumber !== yNumber) return xNumber ? 1 : -1;
  if (xNumber) return BigInt(x) === BigInt(y) ? 0 : BigInt(x) < BigInt(y) ? -1 : 1;
  return x === y ? 0 : x < y ? -1 : 1;
}

const stabilities = ['dev', 'alpha', 'beta', 'rc', '#', 'patch'];
const shortStabilities = new Map([
  ['a', 'alpha'],
  ['b', 'beta'],
  ['p', 'patch'],
  ['pl', 'patch'],
]);

/** Composer: numbers, then a stability with a number. Branches (`dev-main`) have no order. */
export function compareComposer(a: string, b: string): number | undefined {
  const [x, y] = [composerParts(a), composerParts(b)];
  if (x === undefined || y === undefined) return undefined;
  for (let index = 0; index < Math.max(x.length, y.length); index += 1) {
    const [one, other] = [x[index] ?? '0', y[index] ?? '0'];
    const order = compareComposerPart(one, other);
    if (order !== 0) return order;
  }
  return 0;
}

const composerShape =
  /^v?(\d{1,20}(?:\.\d{1,20}){0,3})(?:[-_.]?(dev|alpha|beta|rc|patch|pl|stable|a|b|p)[-_.]?(\d{0,20}))?(?:[.-]?(dev))?(?:\+[\w.-]{1,100})?$/i;

/** Always four numbers, the stability (`#` is stable), its number, and whether it is still in development. */
function composerParts(version: string): readonly string[] | undefined {
  const found = version.length > 128 ? null : composerShape.exec(version);
  if (found === null) return undefined;
  const numbers = (found[1] ?? '').split('.');
  while (numbers.length < 4) numbers.push('0');
  const word = found[2]?.toLowerCase();
  const stability = word === undefined || word === 'stable' ? '#' : (shortStabilities.get(word) ?? word);
  const number = found[3] === undefined || found[3] === '' ? '0' : found[3];
  return [...numbers, stability, number, found[4] === undefined ? '#' : 'dev'];
}

function compareComposerPart(x: string, y: string): number {
  if (/^\d/.test(x) && /^\d/.test(y)) return BigInt(x) === BigInt(y) ? 0 : BigInt(x) < BigInt(y) ? -1 : 1;
  return Math.sign(stabilities.indexOf(x) - stabilities.indexOf(y));
}
