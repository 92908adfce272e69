import type { MapValue, Value } from '../../model/value.js';
import type { Scope } from './scope.js';

/** One use of an intrinsic function. */
export interface Call {
  readonly scope: Scope;
  /** The expression: what it means stands there. */
  readonly whole: MapValue;
  readonly resolve: (value: Value) => Value | undefined;
}
