import type { Span } from '../../../../model/span.js';
import type { Value } from '../../../../model/value.js';
import type { Evaluate } from '../for-expressions.js';
import type { Scope } from '../scope.js';

/** A function of values alone; undefined when its arguments are not known well enough. */
export type PureFunction = (values: readonly Value[], at: Span) => Value | undefined;

export interface FileCall {
  readonly values: readonly Value[];
  readonly at: Span;
  readonly scope: Scope;
  readonly evaluate: Evaluate;
}

/** A function that reads files of the repository. */
export type FileFunction = (call: FileCall) => Value;
