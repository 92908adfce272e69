/** What one head costs, by what its change is. */
export interface HeadCost {
  /** Calls to GitHub, of which so many write. */
  readonly calls: number;
  readonly writes: number;
  /** Processor time of the server and its children. */
  readonly milliseconds: number;
  /** Findings that the history keeps. */
  readonly findings: number;
}

export type HeadKind = 'other' | 'quiet' | 'telling';

/** What was measured; `npm run scale -- --measure` measures anew. */
export interface Constants {
  readonly measuredOn: string;
  readonly heads: Readonly<Record<HeadKind, HeadCost>>;
  /** Webhooks that GitHub sends for a head: the push, the check suite, our own check run. */
  readonly webhooksPerHead: number;
  /** Processor time of a webhook. */
  readonly webhookMilliseconds: number;
  /** Bytes with indexes. */
  readonly bytes: { readonly delivery: number; readonly review: number; readonly finding: number };
}
