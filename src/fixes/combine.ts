import type { Found } from '../findings/finding.js';
import { indexLines, type LineIndex, positionOf } from '../findings/lines.js';
import { byWeight } from '../findings/outcome.js';
import { holds, type Trial } from './verify.js';

/**
 * Fixes on the same or touching lines end up in one suggestion, so they are tried together as well. A fix that does not
 * hold beside a worse finding's is taken away; it comes back when that one is fixed.
 */
export function withCompatibleFixes<F extends Found>(findings: readonly F[], trial: Trial): readonly F[] {
  const dropped = new Set<Found>(neighbours(findings, trial).flatMap((group) => misfits(group, trial)));
  return findings.map((finding) => (dropped.has(finding) ? { ...finding, fix: null } : finding));
}

/** The findings of a group, worst first, whose fixes do not hold beside those before them. */
function misfits(group: readonly Found[], trial: Trial): readonly Found[] {
  const areFine = (some: readonly Found[]) =>
    some.length < 2 ||
    holds(
      some,
      some.flatMap(({ fix }) => fix?.edits ?? []),
      trial,
    );
  if (areFine(group)) return [];
  const kept: Found[] = [];
  return group.filter((finding) => {
    if (!areFine([...kept, finding])) return true;
    kept.push(finding);
    return false;
  });
}

/** Lines between two findings that still end up in one comment. */
const nearLines = 3;

interface Lines {
  readonly path: string;
  readonly first: number;
  readonly last: number;
}

/** The findings with fixes in groups: those that stand near each other, or whose fixes do. */
function neighbours(findings: readonly Found[], trial: Trial): readonly (readonly Found[])[] {
  const indexes = new Map<string, LineIndex>();
  const groups = new Set<{ readonly findings: readonly Found[]; readonly lines: readonly Lines[] }>();
  for (const finding of findings.filter(({ fix }) => fix !== null)) {
    const lines = linesOf(finding, trial, indexes);
    const near = [...groups].filter((group) => group.lines.some((one) => lines.some((other) => areNear(one, other))));
    for (const group of near) groups.delete(group);
    groups.add({
      findings: [...near.flatMap((group) => group.findings), finding],
      lines: [...near.flatMap((group) => group.lines), ...lines],
    });
  }
  return [...groups].map((group) => [...group.findings].sort(byWeight));
}

function areNear(a: Lines, b: Lines): boolean {
  return a.path === b.path && a.first <= b.last + nearLines && b.first <= a.last + nearLines;
}

/** The lines that a finding stands on and those that its fix edits. */
function linesOf({ at, start, end, fix }: Found, trial: Trial, indexes: Map<string, LineIndex>): readonly Lines[] {
  const edited = (fix?.edits ?? []).map((edit) => {
    const index = indexes.get(edit.path) ?? indexLines(trial.text(edit.path) ?? '');
    indexes.set(edit.path, index);
    return { path: edit.path, first: positionOf(index, edit.start).line, last: positionOf(index, edit.end).line };
  });
  return [{ path: at.path, first: start.line, last: end.line }, ...edited];
}
