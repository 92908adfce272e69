import type { Notice } from '../findings/notice.js';
import { countFixed, problemsOf } from '../findings/problems.js';
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
    title: titleOf(sorted, notices, source),
    summary: renderSummary(sorted, notices, source),
    ...(details !== '' && { text: details }),
    annotations: toAnnotations(annotated, source.words).slice(0, mostAnnotations),
  };
}

function titleOf({ fresh, failing }: Sorted, notices: readonly Notice[], { review, told }: CheckSource): string {
  const unread = notices.filter(({ kind }) => kind === 'unread').length;
  const settings = notices.filter(({ kind }) => kind === 'settings').length;
  const { stats, findings } = review;
  const isEmpty = stats.stacks === 0 && stats.files === 0 && notices.length === 0 && findings.length === 0;
  const nothing = isEmpty ? 'Nothing to review' : 'No new problems';
  const present = problemsOf(fresh);
  // What could not be read may still be there.
  const fixed =
    unread > 0
      ? 0
      : countFixed(
          told,
          review.findings.filter(({ status }) => status !== 'fixed'),
        );
  const news = present.length === 0 ? nothing : count(present.length, 'new problem');
  const parts = [fixed > 0 ? progressOf(fixed, present.length) : news];
  const failed = problemsOf(failing).length;
  if (failed > 0) parts.push(`${failed} ${failed === 1 ? 'fails' : 'fail'} this check`);
  if (unread > 0) parts.push(`${count(unread, 'part')} not reviewed`);
  if (settings > 0) parts.push(`${count(settings, 'setting')} without effect`);
  return parts.join(', ');
}

/** How far the author has come with what earlier reviews told. */
function progressOf(fixed: number, remaining: number): string {
  const all = count(fixed + remaining, 'problem');
  const rest = remaining === 0 ? '' : `, ${remaining} ${remaining === 1 ? 'remains' : 'remain'}`;
  return `${fixed} of ${all} fixed${rest}`;
}
