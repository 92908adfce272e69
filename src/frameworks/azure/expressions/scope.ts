import type { Span } from '../../../model/span.js';
import type { Value } from '../../../model/value.js';

/** What is left of what evaluating one stack may take: levels, and values altogether. */
export interface Allowance {
  depth: number;
  left: number;
}

/** What names mean where an expression stands. */
export interface Scope {
  readonly name: (name: string) => Value | undefined;
  /** Functions that need to know the deployment (`parameters`, `resourceId`); undefined for all others. */
  readonly call: (name: string, args: readonly Value[], at: Span) => Value | undefined;
  readonly allowance: Allowance;
}

/** Levels of expressions inside each other, through variables and modules. */
export const deepest = 300;

/** Values that one stack may come to. */
const mostValues = 200_000;

export function openAllowance(): Allowance {
  return { depth: 0, left: mostValues };
}

/** The same scope with more names. */
export function withNames(scope: Scope, names: ReadonlyMap<string, Value>): Scope {
  return { ...scope, name: (name) => names.get(name) ?? scope.name(name) };
}
