import { severityWord } from './comment.js';
import type { Remark } from './remark.js';

/** So many comments that say the same of other lines are one comment that names the lines. */
const fewestAlike = 4;

/** One remark in place of many that say the same. What is serious, or mended by one click, is said at each of its places. */
export function gatherAlike(remarks: readonly Remark[]): readonly Remark[] {
  const groups = new Map<string, Remark[]>();
  for (const remark of remarks) {
    const kind = kindOf(remark);
    const group = kind === undefined ? undefined : groups.get(kind);
    if (group !== undefined) group.push(remark);
    else if (kind !== undefined) groups.set(kind, [remark]);
  }
  const gathered = new Map<Remark, Remark | undefined>();
  for (const [first, ...others] of groups.values()) {
    if (first === undefined || others.length + 1 < fewestAlike) continue;
    gathered.set(first, { ...first, elsewhere: others.flatMap(({ findings }) => findings) });
    for (const other of others) gathered.set(other, undefined);
  }
  return remarks.flatMap((remark) => (gathered.has(remark) ? (gathered.get(remark) ?? []) : remark));
}

/** What a remark says, if it may be said once for many. */
function kindOf({ findings, replacement, side }: Remark): string | undefined {
  if (replacement !== undefined || side === 'left') return undefined;
  if (findings.some(({ severity }) => severity === 'critical' || severity === 'high')) return undefined;
  return [...new Set(findings.map((finding) => `${finding.policy} ${severityWord(finding)}`))].sort().join('\n');
}
