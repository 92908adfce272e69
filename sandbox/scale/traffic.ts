import { type Random, randomFrom } from '../chaos/random.js';
import { type Assumptions, weekShares } from './assumptions.js';
import type { HeadKind } from './constants.js';

/** A head that is pushed, in seconds since Monday. */
export interface Head {
  readonly at: number;
  readonly installation: number;
  readonly kind: HeadKind;
}

const fine = 1_000_000;

/** Repositories of each installation: a few have many, many have few, as one over the rank. */
export function sizesOf({ repositories, installations }: Assumptions): readonly number[] {
  const weights = Array.from({ length: installations }, (_, rank) => 1 / (rank + 1));
  const sum = weights.reduce((total, one) => total + one, 0);
  return weights.map((weight) => Math.max(1, Math.round((repositories * weight) / sum)));
}

/** A week of heads in the order of their time. The same seed makes the same week. */
export function headsOf(assumptions: Assumptions): readonly Head[] {
  const random = randomFrom(assumptions.seed);
  const pick = pickerOf(weekShares());
  const heads: Head[] = [];
  for (const [installation, size] of sizesOf(assumptions).entries()) {
    const count = Math.round(size * assumptions.pullsPerWeek * assumptions.headsPerPull);
    for (let number = 0; number < count; number += 1) {
      const at = pick(random) * 3600 + (random(fine) / fine) * 3600;
      heads.push({ at, installation, kind: kindOf(random, assumptions) });
    }
  }
  return heads.sort((one, other) => one.at - other.at);
}

function kindOf(random: Random, { shares }: Assumptions): HeadKind {
  const drawn = random(fine) / fine;
  if (drawn < shares.other) return 'other';
  return drawn < shares.other + shares.quiet ? 'quiet' : 'telling';
}

/** Draws an index with its share. */
function pickerOf(shares: readonly number[]): (random: Random) => number {
  const ends: number[] = [];
  for (const share of shares) ends.push((ends.at(-1) ?? 0) + share);
  return (random) => {
    const drawn = random(fine) / fine;
    const found = ends.findIndex((end) => drawn < end);
    return found < 0 ? shares.length - 1 : found;
  };
}
