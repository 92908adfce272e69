import { createHash } from 'node:crypto';
import { applyEdits, collide, editsByPath } from '../findings/edits.js';
import type { Found } from '../findings/finding.js';
import { identitiesOf } from '../findings/together.js';
import type { Edit } from '../model/span.js';

/** How a fix is tried: the texts as they are, and what the policies find when some are other. */
export interface Trial {
  readonly text: (path: string) => string | undefined;
  /** How often it can be tried at a cost that a review can bear; beyond that `after` answers undefined. */
  readonly affordable: number;
  /** Fingerprints of all problems as it stands, absorbed ones too. */
  readonly before: ReadonlySet<string>;
  /** True once no more is tried, whatever the texts. */
  readonly isSpent?: () => boolean;
  /** The same with other texts; undefined when the stack cannot be read any more. */
  readonly after: (changed: ReadonlyMap<string, string>) => ReadonlySet<string> | undefined;
}

/** A trial that tries the same texts once, since several findings are often fixed by the same edit, and not too often. */
export function withMemory(trial: Trial): Trial {
  const tried = new Map<string, ReturnType<Trial['after']>>();
  const isSpent = () => tried.size >= trial.affordable || trial.isSpent?.() === true;
  const after: Trial['after'] = (changed) => {
    const key = keyOf(changed);
    if (!tried.has(key) && isSpent()) return undefined;
    if (!tried.has(key)) tried.set(key, trial.after(changed));
    return tried.get(key);
  };
  return { ...trial, after, isSpent };
}

/** A digest: many large texts need not be kept. */
function keyOf(changed: ReadonlyMap<string, string>): string {
  return createHash('sha256')
    .update(JSON.stringify([...changed]))
    .digest('base64');
}

/** What is left after the edits of some findings' fixes: fingerprints. Undefined when they do not hold as one edit. */
export type Attempt = (findings: readonly Found[], edits: readonly Edit[]) => ReadonlySet<string> | undefined;

/** Attempts in one stack. */
export function attemptIn(trial: Trial): Attempt {
  return (findings, edits) => {
    if (!holds(findings, edits, trial)) return undefined;
    const changed = changedTexts(edits, trial);
    return changed && trial.after(changed);
  };
}

/** True if the edits apply cleanly, make every one of the findings go, and bring no new one. */
export function holds(findings: readonly Found[], edits: readonly Edit[], trial: Trial): boolean {
  const changed = changedTexts(edits, trial);
  const after = changed && trial.after(changed);
  if (after === undefined) return false;
  const gone = leaving(findings).every((fingerprint) => !after.has(fingerprint));
  return gone && [...after].every((fingerprint) => trial.before.has(fingerprint));
}

/** The fingerprints that go with findings. Of several alike the others move up, so that the last ones go. */
function leaving(findings: readonly Found[]): readonly string[] {
  const counts = new Map<string, number>();
  return findings.flatMap((finding) => {
    const { alike = [], others = [] } = finding;
    const [first] = alike;
    if (first === undefined || others.length > 0) return identitiesOf(finding);
    const count = (counts.get(first) ?? 0) + 1;
    counts.set(first, count);
    return alike.slice(-count);
  });
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
