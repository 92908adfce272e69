import type { Status } from './finding.js';

/** How things of two sides of a change are known again. */
export interface Identity<T> {
  /** Everything by which one may be known; sharing one of them is being the same. */
  readonly identitiesOf: (one: T) => readonly string[];
  /** How bad one is, the first number that differs deciding; what became worse is the change's. */
  readonly weightOf: (one: T) => readonly number[];
}

/** What a change did: each thing of the head with its status, and those of the base that are gone. */
export interface Comparison<T> {
  readonly standing: readonly { readonly one: T; readonly status: Exclude<Status, 'fixed'> }[];
  readonly gone: readonly T[];
}

/** Compares two sides by identity alone: lines, names of files and indentation play no part. */
export function compareSides<T>(base: readonly T[], head: readonly T[], identity: Identity<T>): Comparison<T> {
  const { identitiesOf, weightOf } = identity;
  const before = new Map(base.flatMap((one) => identitiesOf(one).map((id) => [id, weightOf(one)] as const)));
  const after = new Set(head.flatMap(identitiesOf));
  const statusOf = (one: T) => {
    const [first, ...others] = identitiesOf(one).flatMap((id) => {
      const weight = before.get(id);
      return weight === undefined ? [] : [weight];
    });
    if (first === undefined) return 'introduced';
    const worst = others.reduce((most, weight) => (compareWeights(weight, most) > 0 ? weight : most), first);
    const change = compareWeights(weightOf(one), worst);
    return change === 0 ? 'existing' : change > 0 ? 'worsened' : 'improved';
  };
  return {
    standing: head.map((one) => ({ one, status: statusOf(one) })),
    gone: base.filter((one) => !identitiesOf(one).some((id) => after.has(id))),
  };
}

function compareWeights(one: readonly number[], other: readonly number[]): number {
  const differing = one.findIndex((weight, index) => weight !== (other[index] ?? 0));
  return differing === -1 ? 0 : (one[differing] ?? 0) - (other[differing] ?? 0);
}
