import type { Found } from '../findings/finding.js';

/** Findings that say the same of different resources: the first, and the others with what each is about. */
export interface SameWords<F extends Found> {
  readonly first: F;
  readonly others: readonly { readonly finding: F; readonly subject: string }[];
}

/** Gathers findings whose sentences differ only in the name that they begin with, in the order of their first. */
export function gatherSameWords<F extends Found>(findings: readonly F[]): readonly SameWords<F>[] {
  const groups = new Map<string, { first: F; others: { finding: F; subject: string }[] }>();
  for (const finding of findings) {
    const subject = subjectOf(finding);
    const said = `${subject === '' ? finding.fingerprint : ''}${finding.message.slice(subject.length)}`;
    const group = groups.get(said);
    if (group === undefined) groups.set(said, { first: finding, others: [] });
    else group.others.push({ finding, subject });
  }
  return [...groups.values()];
}

/** The name of the finding that its sentence begins with, empty if there is none. */
function subjectOf({ message, names }: Found): string {
  return names.filter((name) => message.startsWith(`${name} `)).sort((a, b) => b.length - a.length)[0] ?? '';
}
