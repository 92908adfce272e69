import type { FailureTarget, WriteFailureTarget } from './function.js';
import type { Literal } from './literal.js';
import type { Resource } from './resource.js';
import type { Setting } from './setting.js';
import type { Span } from './span.js';

export type TriggerKind =
  | 'queue'
  | 'topic'
  | 'stream'
  | 'bucket'
  | 'schedule'
  | 'bus'
  | 'log'
  | 'iot'
  | 'userpool'
  | 'email'
  | 'cloudevent'
  | 'kafka'
  | 'workflow'
  | 'invoke'
  | 'other';

/** What starts a function apart from requests. */
export interface Trigger extends Resource {
  readonly kind: 'trigger';
  readonly trigger: TriggerKind;
  /** Id of the queue, topic, table ... in the stack; undefined when it is elsewhere. */
  readonly source: string | undefined;
  /** How the source is named when it is not in the stack, or its literal name. */
  readonly sourceName: string | undefined;
  /** What a permission to invoke names as its source, where that is not the source: the rule, the user pool. */
  readonly arn?: Literal;
  readonly function: string | undefined;
  readonly enabled: Setting<boolean>;
  /** Object key prefixes and suffixes, of buckets. Unknown filters make them undefined. */
  readonly objectFilter: { readonly prefixes: readonly string[]; readonly suffixes: readonly string[] } | undefined;
  /** Bus pattern or stream filter as plain data where fully known; undefined when absent or not known. */
  readonly pattern: unknown;
  readonly filtered: Setting<boolean>;
  readonly batchSize: Setting<number>;
  readonly maximumRetries: Setting<number>;
  /** Seconds. */
  readonly maximumAge: Setting<number>;
  readonly onFailure: Setting<FailureTarget, WriteFailureTarget>;
  readonly maximumConcurrency: Setting<number>;
  readonly partialBatch: Setting<boolean>;
  /** A batch that fails is split in two before it is tried again, so that one bad record is found. */
  readonly splitBatch: Setting<boolean>;
  /** Id of the store to which what the function answers or sends goes, and the line that says so. */
  readonly answersTo?: { readonly id: string; readonly at: Span };
}

/** Kinds whose failed events are retried by the platform and then dropped (asynchronous invocation). */
export const asynchronousKinds: ReadonlySet<TriggerKind> = new Set<TriggerKind>([
  'topic',
  'bucket',
  'schedule',
  'bus',
  'log',
  'iot',
  'email',
]);
