import { compareSides } from '../../findings/comparison.js';
import type { ComponentProblem } from '../definition.js';

type Standing = Omit<ComponentProblem, 'status'>;

/** Marks the problems of two sides by their keys: those of both are existing, those that only the base has are fixed. */
export function compared(
  base: readonly Standing[] | undefined,
  head: readonly Standing[],
): readonly ComponentProblem[] {
  const { standing, gone } = compareSides(base ?? [], head, { identitiesOf, weightOf: ({ rank = 0 }) => [rank] });
  return [
    ...standing.map(({ one, status }): ComponentProblem => ({ ...one, status })),
    ...gone.map(({ fix: _, ...problem }): ComponentProblem => ({ ...problem, status: 'fixed', side: 'base' })),
  ];
}

function identitiesOf({ key, discriminator }: Standing): readonly string[] {
  return [`${key}\n${discriminator ?? ''}`];
}

/** The part of the fingerprint that says which component is meant: never a version, never a line. */
export function componentKey(set: { readonly ecosystem: string; readonly workspace: string }, name: string): string {
  return JSON.stringify([set.ecosystem, name, set.workspace]);
}
