import type { AdvisoryAnswer, PackageVersion } from '../dependencies/advisories/advisory.js';
import type { Notice } from '../findings/notice.js';
import type { ChangedFile, Side } from '../pull-request/pull-request.js';
import type { Review } from '../review.js';
import type { Settings } from '../settings/settings.js';
import type { ScannedTree } from './analysis.js';

/** What the parent tells the child: a change to review, or the answer to a question. Plain data only; no credentials. */
export type ToChild =
  | {
      readonly kind: 'review';
      readonly changedFiles: readonly ChangedFile[];
      readonly truncated: boolean;
      readonly settings: Settings;
      readonly date: string;
    }
  | { readonly kind: 'scan'; readonly settings: Settings; readonly date: string }
  | {
      readonly kind: 'answer';
      readonly question: number;
      readonly value: readonly string[] | ReadonlyMap<string, string>;
      readonly unread: readonly Notice[];
    }
  | { readonly kind: 'advice'; readonly question: number; readonly answer: AdvisoryAnswer }
  | { readonly kind: 'unanswerable'; readonly question: number; readonly because: string };

/** What the child tells the parent: that it is warm, which files it wants, how the review ended. */
export type FromChild =
  | { readonly kind: 'ready' }
  | { readonly kind: 'list'; readonly question: number; readonly side: Side }
  | { readonly kind: 'read'; readonly question: number; readonly side: Side; readonly paths: readonly string[] }
  | { readonly kind: 'advise'; readonly question: number; readonly packages: readonly PackageVersion[] }
  | { readonly kind: 'done'; readonly review: Review }
  | { readonly kind: 'scanned'; readonly scanned: ScannedTree }
  | { readonly kind: 'failed'; readonly because: string };
