/** How things of two sides of a change are known again. */
export interface Identity<T> {
  /** Everything by which one may be known; sharing one of them is being the same. */
  readonly identitiesOf: (one: T) => readonly string[];
  /** How bad one is; what became worse is the change's. */
  readonly weightOf: (one: T) => number;
}

/** What a change did: each thing of the head with its status, and those of the base that are gone. */
export interface Comparison<T> {
  readonly standing: readonly { readonly one: T; readonly status: 'introduced' | 'worsened' | 'existing' }[];
  readonly gone: readonly T[];
}

/** Compares two sides by identity alone: lines, names of files and indentation play no part. */
export function compareSides<T>(base: readonly T[], head: readonly T[], identity: Identity<T>): Comparison<T> {
  const { identitiesOf, weightOf } = identity;
  const before = new Map(base.flatMap((one) => identitiesOf(one).map((id) => [id, weightOf(one)] as const)));
  const after = new Set(head.flatMap(identitiesOf));
  const statusOf = (one: T) => {
    const former = identitiesOf(one).flatMap((id) => before.get(id) ?? []);
    if (former.length === 0) return 'introduced';
    return weightOf(one) > Math.max(...former) ? 'worsened' : 'existing';
  };
  return {
    standing: head.map((one) => ({ one, status: statusOf(one) })),
    gone: base.filter((one) => !identitiesOf(one).some((id) => after.has(id))),
  };
}
