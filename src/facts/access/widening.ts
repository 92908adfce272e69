import type { Universe } from './actions/action-classes.js';
import type { AccessLevel, IndexedAction } from './actions/action-index.js';
import type { CellAnswer } from './cell.js';
import type { Element } from './patterns/pattern.js';
import type { Statement } from './statement.js';

/** What the comparison needs besides both sides. */
export interface Comparing {
  readonly universe: Universe;
  /** ARNs of the stack's own resources. */
  readonly own: readonly string[];
  /** Resource patterns that actions are asked about; otherwise the ARNs that their service gives. */
  readonly domain?: readonly (readonly Element[])[];
}

/** Actions that one side allows on a resource on which the other does not, or that cannot be compared. */
export interface Widening {
  readonly actions: readonly IndexedAction[];
  readonly level: AccessLevel;
  readonly answer: Exclude<CellAnswer, { readonly kind: 'same' }>;
  /** Of `more`: a resource, written out, for which it was checked once more. */
  readonly witness?: string | undefined;
  /** Of `more`: it holds for every resource of a type that the actions accept. */
  readonly anything?: boolean | undefined;
  /** Of `anything`: but for some that are named. */
  readonly exceptions?: boolean | undefined;
  /** Of `more`: the stack's own resources for which it holds, as they are asked about in `own`. */
  readonly hits?: readonly string[] | undefined;
  /** Condition keys that it depends on: those that it needs, or, where base allowed it in some situations, those that made the difference. */
  readonly keys?: readonly string[] | undefined;
  readonly statements: readonly Statement[];
}
