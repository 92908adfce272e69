import type { Placed } from '../findings/finding.js';
import { editableText, isFreeOfSecrets } from '../findings/sources.js';
import type { Edit } from '../model/span.js';
import { fixedLines, joinedLines, type Place, placeOf } from './placing.js';
import { type Replacement, replaceLines } from './suggestion.js';
import type { Diff, Group, Topic } from './topic.js';

/**
 * Tries the fixes of findings as one edit. Answers the fingerprints of everything that is left then, parts of sums too;
 * undefined when the fixes do not hold together.
 */
export type Together = (findings: readonly Placed[]) => ReadonlySet<string> | undefined;

/** Characters of a suggestion: with its words a comment stays below GitHub's 65,536. */
const longestSuggestion = 20_000;

type Offer = Pick<Topic, 'path' | 'side' | 'range' | 'replacement' | 'fixed'>;

/** One suggestion for as many findings of a group as near lines and the engine allow, the lead's first. */
export function offer(group: Group, diff: Diff, together: Together): Offer {
  let best: Offer = { ...placeOf(group[0], diff), replacement: undefined, fixed: new Set() };
  if (best.side === 'left') return best;
  for (const finding of group) {
    const wider = widened(best, finding, diff);
    if (wider !== undefined && together([...wider.fixed]) !== undefined) best = wider;
  }
  return best;
}

/** The offer with one more fix in it, if that can be said as one suggestion. */
function widened(offered: Offer, finding: Placed, diff: Diff): Offer | undefined {
  const { path } = offered;
  const lines = finding.at.path === path ? fixedLines(finding, diff) : undefined;
  const range = lines && joinedLines(offered.range, lines, diff.patches.get(path));
  if (range === undefined) return undefined;
  const fixed = [...offered.fixed, finding];
  const replacement = replacementOf({ ...offered, range }, fixed, diff);
  return replacement && { ...offered, range, replacement, fixed: new Set(fixed) };
}

function replacementOf({ path, range }: Place, fixed: readonly Placed[], { texts }: Diff): Replacement | undefined {
  const text = editableText(path, texts);
  if (text === undefined || !isFreeOfSecrets({ path, ...range }, fixed, texts)) return undefined;
  const replaced = replaceLines(text, range, editsOf(fixed));
  return replaced !== undefined && replaced.lines.join('\n').length <= longestSuggestion ? replaced : undefined;
}

/** The edits of the fixes of findings. */
function editsOf(findings: readonly Placed[]): readonly Edit[] {
  return findings.flatMap(({ fix }) => fix?.edits ?? []);
}
