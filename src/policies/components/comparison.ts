import type { ComponentProblem } from '../policy.js';

type Standing = Omit<ComponentProblem, 'status'>;

/** Marks the problems of two sides by their keys: those of both are existing, those that only the base has are fixed. */
export function compared(
  base: readonly Standing[] | undefined,
  head: readonly Standing[],
): readonly ComponentProblem[] {
  if (base === undefined) return head.map((problem) => ({ ...problem, status: 'introduced' }));
  const before = new Set(base.map(identityOf));
  const after = new Set(head.map(identityOf));
  const standing = head.map((problem): ComponentProblem => {
    return { ...problem, status: before.has(identityOf(problem)) ? 'existing' : 'introduced' };
  });
  const gone = base.filter((problem) => !after.has(identityOf(problem)));
  return [
    ...standing,
    ...gone.map(({ fix: _, ...problem }): ComponentProblem => ({ ...problem, status: 'fixed', side: 'base' })),
  ];
}

function identityOf({ key, discriminator }: Standing): string {
  return `${key}\n${discriminator ?? ''}`;
}

/** The part of the fingerprint that says which component is meant: never a version, never a line. */
export function componentKey(set: { readonly ecosystem: string; readonly workspace: string }, name: string): string {
  return JSON.stringify([set.ecosystem, name, set.workspace]);
}
