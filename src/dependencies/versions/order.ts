import { compare as comparePython, valid as isPython } from '@renovatebot/pep440';
import type { PackageEcosystem } from '../component.js';
import { compareMaven } from './maven-order.js';
import { compareComposer, compareGems } from './other-orders.js';
import { compareNuget, compareSemver } from './semver-order.js';

/** Negative, zero or positive by the ecosystem's own rules; undefined when one of them is no version there. */
export type Compare = (a: string, b: string) => number | undefined;

const orders: Record<PackageEcosystem, Compare> = {
  npm: compareSemver,
  crates: compareSemver,
  go: compareSemver,
  pypi: compareWheels,
  maven: compareMaven,
  nuget: compareNuget,
  rubygems: compareGems,
  packagist: compareComposer,
};

/** How an ecosystem orders versions. */
export function orderOf(ecosystem: PackageEcosystem): Compare {
  return orders[ecosystem];
}

function compareWheels(a: string, b: string): number | undefined {
  if (a.length > 128 || b.length > 128 || isPython(a) === null || isPython(b) === null) return undefined;
  return comparePython(a, b);
}

/** True if both say the same version, whatever the spelling (`1.0`, `1.0.0`). */
export function isSameVersion(ecosystem: PackageEcosystem, a: string, b: string): boolean {
  return a === b || orders[ecosystem](a, b) === 0;
}

/** What must not change between two versions for the step to be small: the major, below 1 the minor too. */
export function compatibilityOf(version: string): string {
  const numbers = /^[vV]?(?:\d{1,5}!)?(\d{1,20})(?:\.(\d{1,20}))?/.exec(version);
  const major = numbers?.[1] ?? version;
  return major === '0' ? `0.${numbers?.[2] ?? '0'}` : major;
}
