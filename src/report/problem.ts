import type { Placed } from '../findings/finding.js';
import { quotableText, type Sources } from '../findings/sources.js';
import { code, fenced, link, prose } from './markdown.js';
import { renderDiff } from './suggestion.js';
import type { Words } from './words.js';

/** Bodies stay below GitHub's 65,536 characters whatever is in them. */
const longestBlock = 20_000;

/** Problems of one kind that are named in one comment; more are counted. */
export const mostAlike = 4;

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

/** What a fix brings with it. */
export function noteOf({ fix }: Placed): readonly string[] {
  if (fix?.note !== undefined) return [prose(fix.note)];
  return fix?.class === 'breaking' ? ['This may break present callers.'] : [];
}
