import type { Confidence } from '../../../model/confidence.js';
import type { Danger } from '../danger.js';

/** Calls in which text of others does harm. */
export interface SinkRow {
  readonly danger: Danger;
  /** What stands before the last name: a module, a client that was made. */
  readonly of: RegExp;
  readonly names: readonly string[];
  /** `receiver`: what the method is called on. */
  readonly argument: number | 'every' | 'receiver';
  /** Of an object that is given there, or of arguments by name. */
  readonly fields?: readonly string[];
  /** Only if an option has a value. */
  readonly option?: readonly [name: string, wanted: boolean | string];
  /** The value itself, not what is in it. */
  readonly isWhole?: true;
  readonly creates?: true;
  /** Only if an argument is one of these. */
  readonly with?: RegExp;
  /** Not if an argument is one of these. */
  readonly without?: RegExp;
  /** Not if an argument of this name has this value. */
  readonly unless?: readonly [name: string, value: string | boolean];
  readonly detail?: string;
  readonly confidence?: Confidence;
}
