import type { AccessLevel } from './actions/action-index.js';

/** One thing that somebody newly can, or no longer can, in a sentence that can be checked. Plain data. */
export interface AccessChange {
  readonly direction: 'newly' | 'no longer' | 'not compared';
  /** Ids of who can: functions, otherwise the role; of resource policies the principals. */
  readonly who: readonly string[];
  readonly service: string;
  readonly level: AccessLevel;
  /** `dynamodb:DeleteItem`. */
  readonly actions: readonly string[];
  /** What it holds for: everything of a kind, resources of the stack by id, or a pattern. */
  readonly scope: string;
  /** After `can`: `delete items from any DynamoDB table`. */
  readonly deed: string;
  /** A request that one side allows and the other refuses. */
  readonly witness?: { readonly action: string; readonly resource: string };
  /** One sentence; names in it stand as code. */
  readonly sentence: string;
  /** The greater, the earlier it is told. */
  readonly weight: number;
}
