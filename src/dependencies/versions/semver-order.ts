/** A version as SemVer orders it; missing numbers are zero. */
interface Parts {
  readonly numbers: readonly bigint[];
  readonly prerelease: readonly string[];
}

const shape = /^[vV=]?(\d{1,60}(?:\.\d{1,60}){0,3})(?:-([\w.-]{1,128}))?(?:\+[\w.-]{1,128})?$/;

function partsOf(version: string): Parts | undefined {
  const found = version.length > 256 ? null : shape.exec(version.trim());
  if (found === null) return undefined;
  const numbers = (found[1] ?? '').split('.').map((part) => BigInt(part));
  return { numbers, prerelease: found[2]?.split('.') ?? [] };
}

/** SemVer precedence (npm, Cargo, Go); undefined if one of them is no version. */
export function compareSemver(a: string, b: string): number | undefined {
  return compareParts(partsOf(a), partsOf(b), (label) => label);
}

/** NuGet: a fourth number, and labels without case. */
export function compareNuget(a: string, b: string): number | undefined {
  return compareParts(partsOf(a), partsOf(b), (label) => label.toLowerCase());
}

function compareParts(a: Parts | undefined, b: Parts | undefined, fold: (label: string) => string): number | undefined {
  if (a === undefined || b === undefined) return undefined;
  for (let index = 0; index < 4; index += 1) {
    const [x, y] = [a.numbers[index] ?? 0n, b.numbers[index] ?? 0n];
    if (x !== y) return x < y ? -1 : 1;
  }
  if (a.prerelease.length === 0 || b.prerelease.length === 0) {
    return Math.sign(Number(a.prerelease.length === 0) - Number(b.prerelease.length === 0));
  }
  return compareLabels(a.prerelease.map(fold), b.prerelease.map(fold));
}

function compareLabels(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const [x, y] = [a[index], b[index]];
    if (x === undefined || y === undefined) return x === undefined ? -1 : 1;
    const order = compareLabel(x, y);
    if (order !== 0) return order;
  }
  return 0;
}

/** Numbers before words, numbers by value, words by their letters. */
function compareLabel(x: string, y: string): number {
  const [xNumber, yNumber] = [/^\d+$/.test(x), /^\d+$/.test(y)];
  if (xNumber !== yNumber) return xNumber ? -1 : 1;
  if (x === y) return 0;
  if (xNumber) return BigInt(x) === BigInt(y) ? 0 : BigInt(x) < BigInt(y) ? -1 : 1;
  return x < y ? -1 : 1;
}
