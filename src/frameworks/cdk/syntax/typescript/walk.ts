import type { Source } from '../../../../notation/source.js';
import type {
  Certainty,
  DeclaredClass,
  Expression,
  Imported,
  Passed,
  Scope,
  Step,
  Unit,
} from '../../program/expression.js';
import type { Turns } from '../../program/turns.js';

/** Where the reading of a file has come to, and what it has found so far. */
export interface Walk {
  readonly source: Source;
  readonly scope: Scope;
  readonly certainty: Certainty;
  readonly unit: string;
  readonly depth: number;
  readonly steps: Step[];
  readonly classes: DeclaredClass[];
  readonly units: Unit[];
  readonly imports: Imported[];
  readonly passed: Passed[];
  readonly base: Expression | undefined;
  readonly turns: Turns;
  /** What the function around gives back. */
  readonly returns: Expression[];
}
