import type { Placed } from '../findings/finding.js';
import type { Notice } from '../findings/notice.js';
import { byWeight, fails, type Profile } from '../findings/outcome.js';
import type { Review } from '../review.js';
import { type Annotation, mostAnnotations, toAnnotations } from './annotation.js';
import { type Conclusion, conclude } from './conclusion.js';
import { count } from './markdown.js';
import { renderDetails, renderSummary } from './summary.js';
import type { Address } from './tables.js';
import type { Words } from './words.js';

/** What the check run says when it is completed. */
export interface CheckReport {
  readonly conclusion: Conclusion;
  readonly title: string;
  readonly summary: string;
  readonly text?: string;
  readonly annotations: readonly Annotation[];
}

/** Everything the report of a check run is made from. */
export interface CheckSource {
  readonly review: Review;
  /** Notices of the settings, which come before the review. */
  readonly notices: readonly Notice[];
  readonly profile: Profile;
  readonly words: Words;
  readonly address: Address;
  /** What stands in review comments, now or since an earlier push. */
  readonly commented: ReadonlySet<Placed>;
}

/** The findings of a review by what they are to the author. */
export interface Sorted {
  /** Introduced or worsened, worst first. */
  readonly fresh: readonly Placed[];
  readonly failing: readonly Placed[];
  readonly existing: readonly Placed[];
  readonly fixed: readonly Placed[];
  readonly suppressed: readonly Placed[];
}

/** Words a finished review for its check run. */
export function renderCheckRun(source: CheckSource): CheckReport {
  const notices = [...source.notices, ...source.review.notices];
  const sorted = sortFindings(source.review.findings, source.profile);
  const outside = sorted.fresh.filter((finding) => !source.commented.has(finding));
  const annotated = outside.filter(({ place }) => place === 'comment' || place === 'annotate');
  const details = renderDetails(outside, sorted, source);
  return {
    conclusion: conclude({ findings: source.review.findings, notices }, source.profile),
    title: titleOf(sorted, notices, source.review),
    summary: renderSummary(sorted, notices, source),
    ...(details !== '' && { text: details }),
    annotations: toAnnotations(annotated, source.words).slice(0, mostAnnotations),
  };
}

function sortFindings(findings: readonly Placed[], profile: Profile): Sorted {
  const told = [...findings].sort(byWeight);
  const counting = told.filter(({ suppressed }) => suppressed === null);
  const fresh = counting.filter(({ status }) => status !== 'existing' && status !== 'fixed');
  return {
    fresh,
    failing: fresh.filter((finding) => fails(finding, profile)),
    existing: counting.filter(({ status }) => status === 'existing'),
    fixed: told.filter(({ status }) => status === 'fixed'),
    suppressed: told.filter(({ suppressed, status }) => suppressed !== null && status !== 'fixed'),
  };
}

function titleOf({ fresh, failing }: Sorted, notices: readonly Notice[], { stats }: Review): string {
  const unread = notices.filter(({ kind }) => kind === 'unread').length;
  const settings = notices.filter(({ kind }) => kind === 'settings').length;
  const nothing = stats.stacks === 0 && notices.length === 0 ? 'Nothing to review' : 'No new problems';
  const parts = [fresh.length === 0 ? nothing : count(fresh.length, 'new problem')];
  if (failing.length > 0) parts.push(`${failing.length} ${failing.length === 1 ? 'fails' : 'fail'} this check`);
  if (unread > 0) parts.push(`${count(unread, 'part')} not reviewed`);
  if (settings > 0) parts.push(`${count(settings, 'setting')} without effect`);
  return parts.join(', ');
}
