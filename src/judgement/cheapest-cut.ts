import { openPaths } from '../facts/paths/open-paths.js';
import { deriveFacts } from '../facts/stack.js';
import { applyEdits, collide, editsByPath } from '../findings/edits.js';
import type { Placed } from '../findings/finding.js';
import { indexLines, positionOf } from '../findings/lines.js';
import type { Attempt } from '../fixes/verify.js';
import type { Files } from '../model/files.js';
import type { Edit } from '../model/span.js';
import { overlay } from '../stacks/files.js';
import { parseAgain } from '../stacks/read.js';
import type { ReadStack } from '../stacks/read-stack.js';

/** The fewest edits that close the most open paths, tried by reading and judging the stack again. Plain data. */
export interface Cut {
  /** Where the edits stand, and which findings they fix. */
  readonly edits: readonly { readonly path: string; readonly line: number; readonly policy: string }[];
  readonly closes: number;
  readonly open: number;
}

export interface Cutting {
  readonly read: ReadStack;
  readonly files: Files;
  readonly findings: readonly Placed[];
  /** Tries edits as one, with all policies. */
  readonly attempt: Attempt;
}

/** Edits that are tried; with more the search would take longer than the review. */
const mostCandidates = 8;
/** A cut of more edits is no news. */
const mostEdits = 3;

/** The cheapest cut of a stack in which several paths are open; undefined if no edit closes two of them. */
export function cheapestCut(cutting: Cutting): Cut | undefined {
  const { read, findings } = cutting;
  const open = openPaths(deriveFacts(read.model));
  if (open.size < 2) return undefined;
  const candidates = candidatesIn(findings).flatMap((finding) => {
    const left = pathsAfter(finding.fix?.edits ?? [], cutting);
    return left === undefined ? [] : [{ finding, closed: [...open].filter((path) => !left.has(path)) }];
  });
  const useful = candidates.filter(({ closed }) => closed.length > 0);
  const sets = subsets(useful, mostEdits).map((some) => ({
    some,
    closed: new Set(some.flatMap(({ closed }) => closed)).size,
  }));
  const ranked = sets.sort((one, other) => other.closed - one.closed || one.some.length - other.some.length);
  for (const { some, closed } of ranked) {
    if (closed < 2) return undefined;
    const chosen = some.map(({ finding }) => finding);
    if (!holdsTogether(chosen, open.size - closed, cutting)) continue;
    return { edits: chosen.flatMap((one) => placeOfFix(one, cutting)), closes: closed, open: open.size };
  }
  return undefined;
}

/** Where a fix stands: not always where its finding does. */
function placeOfFix({ fix, policy }: Placed, { files }: Cutting): Cut['edits'] {
  return (fix?.edits ?? []).slice(0, 1).map(({ path, start }) => {
    const { line } = positionOf(indexLines(files.read(path) ?? ''), start);
    return { path, line, policy };
  });
}

/** Findings with fixes that hold, one for each edit. */
function candidatesIn(findings: readonly Placed[]): readonly Placed[] {
  const byEdits = new Map<string, Placed>();
  for (const finding of findings) {
    if (finding.fix?.verified !== true || finding.suppressed !== null) continue;
    const key = JSON.stringify(finding.fix.edits);
    if (!byEdits.has(key)) byEdits.set(key, finding);
  }
  return [...byEdits.values()].slice(0, mostCandidates);
}

function subsets<T>(all: readonly T[], most: number): readonly (readonly T[])[] {
  let sets: readonly (readonly T[])[] = [[]];
  for (const one of all) sets = [...sets, ...sets.filter((some) => some.length < most).map((some) => [...some, one])];
  return sets.filter((some) => some.length > 0);
}

/** The edits apply together, all policies agree that they hold, and no more paths are open than was said. */
function holdsTogether(findings: readonly Placed[], left: number, cutting: Cutting): boolean {
  const edits = findings.flatMap(({ fix }) => fix?.edits ?? []);
  if (cutting.attempt(findings, edits) === undefined) return false;
  const open = pathsAfter(edits, cutting);
  return open !== undefined && open.size <= left;
}

function pathsAfter(edits: readonly Edit[], { read, files }: Cutting): ReadonlySet<string> | undefined {
  if (edits.length === 0 || collide(edits)) return undefined;
  const changed = new Map<string, string>();
  for (const [path, own] of editsByPath(edits)) {
    const text = files.read(path);
    if (text === undefined) return undefined;
    changed.set(path, applyEdits(text, own));
  }
  const again = parseAgain(read, overlay(files, changed));
  return again && openPaths(deriveFacts(again.model));
}
