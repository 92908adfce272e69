import type { Placed } from '../findings/finding.js';
import type { Notice } from '../findings/notice.js';
import { problemsOf } from '../findings/problems.js';
import { severities } from '../findings/severity.js';
import type { CheckSource, Sorted } from './check-source.js';
import { conclude } from './conclusion.js';
import { code, count, prose } from './markdown.js';
import { headlineOf, numberWords } from './telling.js';

/** Sentences that say what a change newly opens; the table has the rest. */
const mostSentences = 3;

/** What this change newly opens, as it was written: `two routes accept unauthenticated requests`. */
export function openingLines({ review, words }: Pick<CheckSource, 'review' | 'words'>): readonly string[] {
  return review.topics.slice(0, mostSentences).map((topic) => headlineOf(topic, words));
}

/** The same for somebody who reads nothing else. */
export function openingSentences(source: CheckSource): readonly string[] {
  const [first, ...others] = openingLines(source).map(prose);
  if (first === undefined) return [];
  return [[`**New with this change: ${first}.**`, ...others.map((one) => `${asSentence(one)}.`)].join(' ')];
}

/** With a capital, unless it begins with a name: names are told as they are written. */
export function asSentence(words: string): string {
  return /^[a-z]+ /.test(words) && numberWords.has(words.slice(0, words.indexOf(' ')))
    ? `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
    : words;
}

/** How many problems, how bad, how many of them fail the check, and how much was read. */
export function tallyOf({ fresh, failing }: Sorted, { review, profile }: CheckSource): string {
  const { stacks, files } = review.stats;
  if (stacks === 0 && files === 0 && fresh.length === 0)
    return 'No file of a serverless stack is touched by this change.';
  const read = `${count(stacks, 'stack')}, ${count(files, 'file')} read.`;
  const all = problemsOf(fresh).length;
  if (all === 0) return `This change brings no new problem. ${read}`;
  const failed = problemsOf(failing).length;
  const verdict = failed === 0 ? 'None fails' : `${failed} ${failed === 1 ? 'fails' : 'fail'}`;
  const brought = `This change brings ${count(all, 'new problem')} (${severityTally(fresh)}).`;
  return `${brought} ${verdict} this check under the profile ${code(profile)}. ${read}`;
}

/** `2 critical, 1 high`. */
function severityTally(findings: readonly Placed[]): string {
  const counted = problemsOf(findings);
  const words = [...severities].reverse().flatMap((severity) => {
    const own = counted.filter((problem) => problem.severity === severity).length;
    return own === 0 ? [] : [`${own} ${severity}`];
  });
  return words.join(', ');
}

/** Why the check is not green where no problem fails it. */
export function reasonOf(
  { fresh, failing }: Sorted,
  notices: readonly Notice[],
  { review, profile }: CheckSource,
): readonly string[] {
  const conclusion = conclude({ findings: review.findings, notices }, profile);
  if (conclusion === 'success' || failing.length > 0) return [];
  if (notices.some(({ kind }) => kind === 'unread'))
    return [
      `The check ${conclusion === 'failure' ? 'fails' : 'is neutral'} because part of the change could not be read.`,
    ];
  if (notices.some(({ kind }) => kind === 'settings')) return ['The check is neutral because a setting has no effect.'];
  const isNew = fresh.some(({ severity }) => severity !== 'low');
  return [
    isNew
      ? 'The check is neutral because there are new problems, but none severe enough to fail it.'
      : 'The check is neutral because critical problems were there before.',
  ];
}
