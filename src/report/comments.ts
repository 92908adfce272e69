import type { LineRange, Patch } from '../diff/patch.js';
import { commentable } from '../diff/place.js';
import type { Placed } from '../findings/finding.js';
import { byWeight } from '../findings/outcome.js';
import { editableText, isFreeOfSecrets, type Sources } from '../findings/sources.js';
import { editedLines, type Replacement, replaceLines } from './suggestion.js';

/** One comment to be: the findings on the same lines, worst first, and what one click would change. */
export interface Comment {
  /** As GitHub names it: the head's path, also for deleted lines. */
  readonly path: string;
  readonly side: 'left' | 'right';
  readonly range: LineRange;
  readonly findings: readonly Placed[];
  /** Findings on other lines of which it says the same. */
  readonly elsewhere: readonly Placed[];
  /** The lines after the fixes of `fixed`. */
  readonly replacement: Replacement | undefined;
  readonly fixed: ReadonlySet<Placed>;
}

/** What placing comments needs besides the findings. */
export interface Diff {
  /** By the head's path. */
  readonly patches: ReadonlyMap<string, Patch>;
  /** The head's path of a file of the base. */
  readonly headPath: (basePath: string) => string;
  /** Head texts of files with fixes. */
  readonly texts: Sources;
}

/** Longer ranges make a comment hard to see and swallow their neighbours. */
const longestRange = 10;
/** A suggestion that repeats more lines than this is hard to check: it is shown as a diff of the changed lines. */
const mostLines = 20;

/** Characters of a suggestion: with its words a comment stays below GitHub's 65,536. */
const longestSuggestion = 20_000;

/** Findings as comments: those on the same lines together, worst first, each on lines that GitHub accepts. */
export function toComments(findings: readonly Placed[], diff: Diff): readonly Comment[] {
  const placed = [...findings].sort(byWeight).map((finding) => placeComment(finding, diff));
  const merged: { path: string; side: 'left' | 'right'; range: LineRange; findings: Placed[] }[] = [];
  for (const one of placed) {
    const touching = merged.filter((other) => touches(one, other));
    for (const other of touching) merged.splice(merged.indexOf(other), 1);
    merged.push({
      ...one,
      range: touching.reduce((range, other) => hull(range, other.range), one.range),
      findings: [...touching.flatMap((other) => other.findings), ...one.findings],
    });
  }
  return merged
    .map((comment) => withReplacement({ ...comment, findings: [...comment.findings].sort(byWeight) }, diff))
    .sort((a, b) => byWeight(worst(a), worst(b)));
}

/** The worst finding of a comment: what its place in the order depends on. */
function worst({ findings: [first] }: Comment): Placed {
  if (first === undefined) throw new Error('A comment has no finding.');
  return first;
}

/** A comment of low severity alone is an annotation: it is told, and asks nothing of the author. */
export function isWorthAComment(comment: Comment): boolean {
  return worst(comment).severity !== 'low';
}

/** True if GitHub takes a comment on the finding's first line. It lists no patch for very large files. */
export function canCarry({ at, start, side }: Placed, { patches, headPath }: Diff): boolean {
  const patch = patches.get(side === 'left' ? headPath(at.path) : at.path);
  return patch?.hunks.some((hunk) => contains(side === 'left' ? hunk.old : hunk.new, start.line)) ?? false;
}

function contains({ first, last }: LineRange, line: number): boolean {
  return first <= line && line <= last;
}

type Place = Pick<Comment, 'path' | 'side' | 'range'>;

function placeComment(finding: Placed, diff: Diff): Place & { readonly findings: readonly Placed[] } {
  const { side } = finding;
  const path = side === 'left' ? diff.headPath(finding.at.path) : finding.at.path;
  const patch = diff.patches.get(path);
  const own = { first: finding.start.line, last: finding.end.line };
  const shown = commentable(own.last - own.first >= longestRange ? { ...own, last: own.first } : own, patch, side);
  const fixed = side === 'right' && finding.severity !== 'low' ? fixedLines(finding, diff) : undefined;
  if (fixed === undefined || !isInHunk(fixed, patch)) return { path, side, range: shown, findings: [finding] };
  const both = hull(shown, fixed);
  const fits = both.last - both.first < longestRange && isInHunk(both, patch);
  return { path, side, range: fits ? both : fixed, findings: [finding] };
}

/** The lines that the finding's fix replaces, when a suggestion can say it. */
function fixedLines({ fix, at }: Placed, { texts }: Diff): LineRange | undefined {
  const text = editableText(at.path, texts);
  if (!fix?.verified || text === undefined || fix.edits.some(({ path }) => path !== at.path)) return undefined;
  const range = editedLines(text, fix.edits);
  if (range === undefined || range.last - range.first >= mostLines) return undefined;
  return replaceLines(text, range, fix.edits) && range;
}

function isInHunk(range: LineRange, patch: Patch | undefined): boolean {
  return patch?.hunks.some(({ new: lines }) => contains(lines, range.first) && contains(lines, range.last)) ?? false;
}

function touches(a: Place, b: Place): boolean {
  if (a.path !== b.path || a.side !== b.side) return false;
  return a.range.first <= b.range.last && b.range.first <= a.range.last;
}

function hull(a: LineRange, b: LineRange): LineRange {
  return { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) };
}

/** One suggestion for all findings whose fixes go together, the worst finding's first. */
function withReplacement(comment: Place & { readonly findings: readonly Placed[] }, { texts }: Diff): Comment {
  const text = editableText(comment.path, texts);
  const fixed = new Set<Placed>();
  let replacement: Replacement | undefined;
  for (const finding of comment.side === 'right' && text !== undefined ? comment.findings : []) {
    if (!finding.fix?.verified || finding.fix.edits.some(({ path }) => path !== comment.path)) continue;
    const chosen = [...fixed, finding];
    if (!isFreeOfSecrets({ path: comment.path, ...comment.range }, chosen, texts)) continue;
    const edits = chosen.flatMap(({ fix }) => fix?.edits ?? []);
    const tried = replaceLines(text ?? '', comment.range, edits);
    if (tried === undefined || tried.lines.join('\n').length > longestSuggestion) continue;
    replacement = tried;
    fixed.add(finding);
  }
  return { ...comment, elsewhere: [], replacement, fixed };
}
