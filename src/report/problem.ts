import type { Placed } from '../findings/finding.js';
import { quotableText, type Sources } from '../findings/sources.js';
import { renderDiff } from '../topics/suggestion.js';
import { code, fenced, link, prose } from './markdown.js';
import type { Words } from './words.js';

/** Bodies stay below GitHub's 65,536 characters whatever is in them. */
const longestBlock = 20_000;

/** Problems of one kind that are named in one comment; more are counted. */
const mostAlike = 4;

/** `High`, or `High, uncertain` for findings of low confidence. */
export function severityWord({ severity, confidence }: Placed): string {
  const word = `${severity.slice(0, 1).toUpperCase()}${severity.slice(1)}`;
  return confidence === 'low' ? `${word}, uncertain` : word;
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
  const file = editedFile(finding);
  const diff = diffOf([finding], texts);
  const told = diff === undefined ? adviceOf(finding) : [];
  return [
    ...remedyOf(finding, words, told),
    ...(diff === undefined ? [] : [fenced(file === finding.at.path ? diff : `${file}\n${diff}`, 'diff')]),
    ...told,
    ...noteOf(finding),
  ];
}

/** The file that the fix of a finding edits; of several, or none, the one that it stands in. */
export function editedFile({ at, fix }: Placed): string {
  const [only, ...others] = new Set(fix?.edits.map(({ path }) => path));
  return only === undefined || others.length > 0 ? at.path : only;
}

/** What verified fixes of findings change in the one file that they edit, unless that is long or holds a secret. */
export function diffOf(findings: readonly Placed[], texts: Sources): string | undefined {
  const [first] = findings;
  const file = first && editedFile(first);
  const edits = findings.flatMap(({ fix }) => (fix?.verified ? fix.edits : []));
  if (file === undefined || edits.some(({ path }) => path !== file)) return undefined;
  const quotable = findings.map((finding) => quotableText(finding, texts, file));
  const [text] = quotable;
  const diff = text === undefined || quotable.includes(undefined) ? undefined : renderDiff(text, edits);
  return diff !== undefined && diff.length <= longestBlock ? diff : undefined;
}

/** What the policy says to do, unless what is told says it already. */
export function remedyOf(finding: Placed, words: Words, told: readonly string[]): readonly string[] {
  const remedy = words(finding.policy)?.remedy;
  return remedy === undefined || replacesRemedy(finding, told) ? [] : [prose(remedy)];
}

/** Sentences about the very finding say what the policy says in general. A fixed version is not all there is to do. */
function replacesRemedy({ component }: Placed, told: readonly string[]): boolean {
  const isKnownBad = component !== undefined && component.advisories.length > 0;
  return told.length > 0 && !isKnownBad && !told.some((one) => one.startsWith('```'));
}

/** What is known against a component, each with its page. */
export function advisoriesOf({ component }: Placed): readonly string[] {
  const rows = component?.advisories.map(({ ids: [id = '', ...others], url, severity }) => {
    const aliases = others.length === 0 ? '' : ` (${others.slice(0, 3).map(code).join(', ')})`;
    return `- ${url === '' ? code(id) : link(code(id), url)}${aliases}, ${severity}`;
  });
  return rows === undefined || rows.length === 0 ? [] : [rows.join('\n')];
}

/** Advice is sentences; anything else is an example, shown as it is. */
export function adviceOf({ component, advice }: Placed): readonly string[] {
  if (advice === undefined || advice.length > longestBlock) return [];
  const lines = advice.split('\n').filter((line) => line.trim() !== '');
  if (component !== undefined) return lines.filter((line) => !line.startsWith('- ')).map(prose);
  return lines.every((line) => /^\S.*[.:?]$/.test(line)) ? lines.map(prose) : [fenced(advice)];
}

/** What a fix brings with it. */
export function noteOf({ fix }: Placed): readonly string[] {
  if (fix?.note !== undefined) return [prose(fix.note)];
  return fix?.class === 'breaking' ? ['This may break present callers.'] : [];
}
