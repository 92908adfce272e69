import { valid as isPython, satisfies as pythonSatisfies } from '@renovatebot/pep440';
import Range from 'semver/classes/range.js';
import satisfies from 'semver/functions/satisfies.js';
import maxSatisfying from 'semver/ranges/max-satisfying.js';
import type { PackageEcosystem } from '../component.js';

const longestRange = 256;

/** True or false if the range language of the ecosystem is understood, otherwise undefined. */
export function admits(ecosystem: PackageEcosystem, range: string, version: string): boolean | undefined {
  if (range.length > longestRange || version.length > 128) return undefined;
  if (ecosystem === 'npm') return npmAdmits(range, version);
  if (ecosystem === 'crates') return npmAdmits(cargoRange(range), version);
  if (ecosystem === 'pypi') return pythonAdmits(range, version);
  return undefined;
}

function npmAdmits(range: string, version: string): boolean | undefined {
  try {
    return satisfies(version, new Range(range, { loose: true }), { loose: true });
  } catch {
    return undefined;
  }
}

/** Cargo reads a bare version as a caret range and joins with commas. */
function cargoRange(range: string): string {
  return range
    .split(',')
    .map((part) => part.trim())
    .map((part) => (/^\d/.test(part) && !part.includes('*') ? `^${part}` : part))
    .join(' ');
}

function pythonAdmits(range: string, version: string): boolean | undefined {
  if (isPython(version) === null) return undefined;
  const plain = range.replace(/\s/g, '');
  if (plain === '' || plain === '*') return true;
  if (!/^(?:(?:[<>=!~]=|===|[<>])(?:\d{1,5}!)?[\w.*+-]{1,60},?){1,20}$/.test(plain))
    return poetryAdmits(plain, version);
  return pythonSatisfies(version, plain, { prereleases: true });
}

/** Poetry's caret and tilde mean what npm's mean, for versions that both can write. */
function poetryAdmits(range: string, version: string): boolean | undefined {
  if (!/^[~^]\d[\w.]{0,60}$/.test(range) || !/^\d+(?:\.\d+){0,2}$/.test(version)) return undefined;
  const padded = [...version.split('.'), '0', '0'].slice(0, 3).join('.');
  return npmAdmits(range, padded);
}

/** True for ranges without an upper bound: `*`, `latest`, `x`, `>=1`, nothing at all. */
export function isUnbounded(ecosystem: PackageEcosystem, range: string): boolean {
  const plain = range.trim();
  if (plain === '' || plain === '*' || plain === 'x' || plain === 'latest')
    return ecosystem !== 'maven' || plain !== '';
  if (/^(?:next|canary|beta|alpha)$/.test(plain)) return ecosystem === 'npm';
  if (ecosystem === 'maven')
    return (
      /^[[(][^,\])]{0,100},\s{0,10}[\])]$|^(?:LATEST|RELEASE)$/.test(plain) || /^\d[\d.]{0,30}\.?\+$|^\+$/.test(plain)
    );
  return /^>=?\s{0,10}[\w.+!-]{1,100}$/.test(plain);
}

/** The same range with another version, its operator kept; undefined for ranges that are more than operator and version. */
export function withVersion(range: string, version: string): string | undefined {
  const found = /^(\s{0,10}(?:[\^~=]|==|~=|~>|>=|===)?\s{0,10}v?)\d[\w.+!-]{0,100}\s{0,10}$/.exec(range);
  return found === null ? undefined : `${found[1] ?? ''}${version}`;
}

/** The newest of the versions that a range admits. */
export function newestAdmitted(range: string, versions: readonly string[]): string | undefined {
  try {
    return maxSatisfying([...versions], range.slice(0, longestRange)) ?? undefined;
  } catch {
    return undefined;
  }
}
