import type { Source } from '../../../../notation/source.js';
import type { Certainty, DeclaredClass, Expression, Imported, Scope, Step, Unit } from '../../program/expression.js';
import type { Turns } from '../../program/turns.js';

/** Where an expression stands. */
export interface Lowering {
  readonly source: Source;
  readonly scope: Scope;
  /** What the class around extends. */
  readonly base: Expression | undefined;
}

/** Where a statement stands, and what the file said so far. */
export interface Walk extends Lowering {
  readonly certainty: Certainty;
  readonly unit: string;
  readonly steps: Step[];
  readonly classes: DeclaredClass[];
  readonly units: Unit[];
  readonly imports: Imported[];
  readonly turns: Turns;
  readonly returns: Expression[];
}
