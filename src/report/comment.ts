import type { Placed } from '../findings/finding.js';
import type { Sources } from '../findings/sources.js';
import type { Comment } from './comments.js';
import { fingerprintMarker } from './fingerprint-marker.js';
import { code, count, fenced, joinWithin, prose } from './markdown.js';
import { mostAlike, noteOf, renderFixing, renderProblem } from './problem.js';
import { policyLink, type Words } from './words.js';

/** Bytes of all problems of a comment: a suggestion of the same size fits beside them. */
const longestProblems = 30_000;

/** The body of a review comment: what, why, the fix, how to accept it, and the marker by which it is known again. */
export function renderComment(comment: Comment, words: Words, texts: Sources): string {
  const { findings, fixed, elsewhere } = comment;
  const groups = alike(findings);
  const told = groups.slice(0, mostTold);
  const rest = groups.slice(mostTold);
  const fixing = (finding: Placed) => (fixed.has(finding) ? noteOf(finding) : renderFixing(finding, words, texts));
  const problems = told.map((group) => {
    const ways = new Set(group.slice(0, mostAlike).flatMap(fixing));
    return [renderProblem(group, words), ...ways].join('\n\n');
  });
  return [
    joinWithin(problems, longestProblems, (left) => `And ${count(left, 'more kind')} of problems.`),
    ...(rest.length > 0 ? [`Also here: ${rest.map(([{ policy }]) => code(policy)).join(', ')}.`] : []),
    ...placesOf(elsewhere),
    ...suggestionOf(comment),
    footer(told.flat(), words),
    fingerprintMarker([...findings, ...elsewhere]),
  ].join('\n\n');
}

/** Kinds of problems told in full in one comment; more are named. */
const mostTold = 8;

/** Findings of one policy are told in one breath, under the weight of the worst. */
function alike(findings: readonly Placed[]): readonly (readonly [Placed, ...Placed[]])[] {
  const groups = new Map<string, [Placed, ...Placed[]]>();
  for (const finding of findings) {
    const group = groups.get(finding.policy);
    if (group === undefined) groups.set(finding.policy, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}

/** Places that are named in one comment; more are counted. */
const mostPlaces = 10;

function placesOf(elsewhere: readonly Placed[]): readonly string[] {
  if (elsewhere.length === 0) return [];
  const places = [...new Set(elsewhere.map(({ at, start }) => code(`${at.path}:${start.line}`)))];
  const more = places.length - mostPlaces;
  const named = `${places.slice(0, mostPlaces).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return [`The same in ${count(places.length, 'other place')}: ${named}.`];
}

function suggestionOf({ replacement, fixed, findings }: Comment): readonly string[] {
  if (replacement === undefined) return [];
  const text = replacement.lines.map((line) => `${line}\n`).join('');
  const policies = [...new Set([...fixed].map(({ policy }) => code(policy)))];
  const lead = fixed.size < findings.length ? [`This mends ${policies.join(', ')}:`] : [];
  return [...lead, fenced(text, 'suggestion')];
}

function footer(findings: readonly Placed[], words: Words): string {
  const ids = [...new Set(findings.map(({ policy }) => policy))];
  const lines = ids.map((id) => {
    const acceptable = words(id)?.acceptable;
    return `${policyLink(id, words)}${acceptable === undefined ? '' : `: acceptable if ${prose(lowerFirst(acceptable))}`}`;
  });
  return `<sub>${[...lines, howToAccept(findings)].join('<br>')}</sub>`;
}

function howToAccept([first]: readonly Placed[]): string {
  const sign = first === undefined ? undefined : commentSign(first);
  const entry = `an entry under ${code('suppressions')} in ${code('.github/postern.yml')}`;
  if (first === undefined || sign === undefined) return `To accept it, write ${entry}.`;
  const [open, close] = sign;
  const comment = code(`${open} postern-ignore: ${first.policy} -- <reason>${close}`);
  return `To accept it, write ${comment} on the line above, or ${entry}.`;
}

/** How a comment is written in this file; undefined where the format has none, or the line is gone. */
function commentSign({ at, side }: Placed): readonly [string, string] | undefined {
  if (side === 'left' || /\.json$/i.test(at.path)) return undefined;
  if (/\.(jsx?|mjs|cjs|tsx?|mts|cts|bicep|go|java|cs|jsonc|json5|gradle|kts?)$/i.test(at.path)) return ['//', ''];
  return /\.(xml|csproj|config|html?)$/i.test(at.path) ? ['<!--', ' -->'] : ['#', ''];
}

function lowerFirst(sentence: string): string {
  return /^[A-Z](?:[a-z]| )/.test(sentence) ? sentence.slice(0, 1).toLowerCase() + sentence.slice(1) : sentence;
}
