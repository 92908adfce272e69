import type { Placed } from '../findings/finding.js';
import { quotableText, type Sources } from '../findings/sources.js';
import type { Comment } from './comments.js';
import { code, count, fenced, joinWithin, link, prose } from './markdown.js';
import { renderDiff } from './suggestion.js';
import { policyLink, type Words } from './words.js';

/** Bodies stay below GitHub's 65,536 characters whatever is in them. */
const longestBlock = 20_000;
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
/** Problems of one kind that are named in one comment; more are counted. */
const mostAlike = 4;

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

/** Title, messages and reason of findings that are alike. `where`: for readers who do not see the place. */
export function renderProblem(findings: readonly [Placed, ...Placed[]], words: Words, where?: string): string {
  const [first] = findings;
  const about = words(first.policy);
  const title = `**${severityWord(first)}: ${prose(about?.title ?? first.policy)}**`;
  const why = about === undefined ? [] : [prose(about.why)];
  const said = findings.slice(0, mostAlike).flatMap((finding) => [prose(finding.message), ...advisoriesOf(finding)]);
  const more = findings.length - mostAlike;
  return [
    where === undefined ? title : `${title}, ${where}`,
    ...said,
    ...(more > 0 ? [`And ${more} more of the kind.`] : []),
    ...why,
  ].join('\n\n');
}

/** How a finding is fixed, without a suggestion: as a diff or an example where there is one, and in words. */
export function renderFixing(finding: Placed, words: Words, texts: Sources): readonly string[] {
  const { fix, advice, policy, at } = finding;
  const remedy = words(policy)?.remedy;
  const text = quotableText(finding, texts);
  const isPlain = fix?.verified && fix.edits.every(({ path }) => path === at.path);
  const diff = isPlain && text !== undefined ? renderDiff(text, fix.edits) : undefined;
  const told = diff === undefined && advice !== undefined ? adviceOf(finding, advice) : [];
  return [
    ...(remedy === undefined || replacesRemedy(finding, told) ? [] : [prose(remedy)]),
    ...(diff !== undefined && diff.length <= longestBlock ? [fenced(diff, 'diff')] : []),
    ...told,
    ...noteOf(finding),
  ];
}

/** Sentences about the very finding say what the policy says in general. A fixed version is not all there is to do. */
function replacesRemedy({ component }: Placed, told: readonly string[]): boolean {
  const isKnownBad = component !== undefined && component.advisories.length > 0;
  return told.length > 0 && !isKnownBad && !told.some((one) => one.startsWith('```'));
}

/** What is known against a component, each with its page. */
function advisoriesOf({ component }: Placed): readonly string[] {
  const rows = component?.advisories.map(({ ids: [id = '', ...others], url, severity }) => {
    const aliases = others.length === 0 ? '' : ` (${others.slice(0, 3).map(code).join(', ')})`;
    return `- ${url === '' ? code(id) : link(code(id), url)}${aliases}, ${severity}`;
  });
  return rows === undefined || rows.length === 0 ? [] : [rows.join('\n')];
}

/** Advice is sentences; anything else is an example, shown as it is. */
function adviceOf({ component }: Placed, advice: string): readonly string[] {
  if (advice.length > longestBlock) return [];
  const lines = advice.split('\n').filter((line) => line.trim() !== '');
  if (component !== undefined) return lines.filter((line) => !line.startsWith('- ')).map(prose);
  return lines.every((line) => /^\S.*[.:?]$/.test(line)) ? lines.map(prose) : [fenced(advice)];
}

function noteOf({ fix }: Placed): readonly string[] {
  if (fix?.note !== undefined) return [prose(fix.note)];
  return fix?.class === 'breaking' ? ['This may break present callers.'] : [];
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

const markerStart = '<!-- postern:fingerprint ';

/** Invisible: which findings a comment is about. */
function fingerprintMarker(findings: readonly Placed[]): string {
  return `${markerStart}${[...new Set(findings.map(({ fingerprint }) => fingerprint))].join(' ')} -->`;
}

/** The fingerprints in a comment that this app wrote. */
export function fingerprintsIn(body: string): readonly string[] {
  const start = body.lastIndexOf(markerStart);
  if (start === -1) return [];
  const end = body.indexOf(' -->', start);
  return end === -1 ? [] : body.slice(start + markerStart.length, end).split(' ');
}

/** `High`, or `High, uncertain` for findings of low confidence. */
export function severityWord({ severity, confidence }: Placed): string {
  const word = `${severity.slice(0, 1).toUpperCase()}${severity.slice(1)}`;
  return confidence === 'low' ? `${word}, uncertain` : word;
}

function lowerFirst(sentence: string): string {
  return /^[A-Z](?:[a-z]| )/.test(sentence) ? sentence.slice(0, 1).toLowerCase() + sentence.slice(1) : sentence;
}
