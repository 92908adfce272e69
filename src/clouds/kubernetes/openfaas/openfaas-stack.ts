import type { MapEntry, Value } from '../../../model/value.js';
import type { Reading } from '../../../notation/writer.js';

/** Functions of OpenFaaS by their names, whether a stack file or objects of a cluster declare them. */
export interface OpenFaasStack {
  readonly path: string;
  readonly root: Value;
  /** As written. */
  readonly functions: readonly MapEntry[];
  readonly reading: Reading;
  /** What is known of a function once the shell that deploys it has put in its variables. */
  readonly evaluated: (fn: Value) => Value;
  /** The variables of the files that a function names; undefined if one of them cannot be had. */
  readonly variablesOf: (fn: Value) => readonly MapEntry[] | undefined;
}
