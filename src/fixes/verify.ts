import { applyEdits, collide, editsByPath } from '../findings/edits.js';
import type { Finding } from '../findings/finding.js';
import type { Edit } from '../model/span.js';

/** How a fix is tried: the texts as they are, and what the policies find when some are other. */
export interface Trial {
  readonly text: (path: string) => string | undefined;
  /** Fingerprints of all problems as it stands, absorbed ones too. */
  readonly before: ReadonlySet<string>;
  /** The same with other texts; undefined when the stack cannot be read any more. */
  readonly after: (changed: ReadonlyMap<string, string>) => ReadonlySet<string> | undefined;
}

/** The finding with its fix tried; a fix that does not hold is taken away. */
export function withVerifiedFix(finding: Finding, trial: Trial): Finding {
  if (finding.fix === null) return finding;
  return { ...finding, fix: holds([finding], finding.fix.edits, trial) ? { ...finding.fix, verified: true } : null };
}

/** True if the edits apply cleanly, make every one of the findings go, and bring no new one. */
export function holds(findings: readonly Finding[], edits: readonly Edit[], trial: Trial): boolean {
  const changed = changedTexts(edits, trial);
  const after = changed && trial.after(changed);
  if (after === undefined) return false;
  const gone = findings.every(({ fingerprint }) => !after.has(fingerprint));
  return gone && [...after].every((fingerprint) => trial.before.has(fingerprint));
}

function changedTexts(edits: readonly Edit[], { text }: Trial): ReadonlyMap<string, string> | undefined {
  if (edits.length === 0 || collide(edits)) return undefined;
  const changed = new Map<string, string>();
  for (const [path, own] of editsByPath(edits)) {
    const before = text(path);
    if (before === undefined || own.some(({ start, end }) => start < 0 || end > before.length || start > end))
      return undefined;
    const after = applyEdits(before, own);
    if (after === before) return undefined;
    changed.set(path, after);
  }
  return changed;
}
