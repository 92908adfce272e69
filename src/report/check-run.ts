import type { Notice } from '../findings/notice.js';
import type { Review } from '../review.js';
import { type Annotation, mostAnnotations, toAnnotations } from './annotation.js';
import { type CheckSource, type Sorted, sortFindings } from './check-source.js';
import { type Conclusion, conclude } from './conclusion.js';
import { count } from './markdown.js';
import { renderDetails, renderSummary } from './summary.js';

/** What the check run says when it is completed. */
export interface CheckReport {
  readonly conclusion: Conclusion;
  readonly title: string;
  readonly summary: string;
  readonly text?: string;
  readonly annotations: readonly Annotation[];
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
