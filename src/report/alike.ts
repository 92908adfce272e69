import type { Comment } from './comments.js';
import { severityWord } from './problem.js';

/** So many comments that say the same of other lines are one comment that names the lines. */
const fewestAlike = 4;

/** One comment in place of many that say the same. What is serious, or fixed by one click, is said at each of its places. */
export function gatherAlike(comments: readonly Comment[]): readonly Comment[] {
  const groups = new Map<string, Comment[]>();
  for (const comment of comments) {
    const kind = kindOf(comment);
    const group = kind === undefined ? undefined : groups.get(kind);
    if (group !== undefined) group.push(comment);
    else if (kind !== undefined) groups.set(kind, [comment]);
  }
  const gathered = new Map<Comment, Comment | undefined>();
  for (const [first, ...others] of groups.values()) {
    if (first === undefined || others.length + 1 < fewestAlike) continue;
    gathered.set(first, { ...first, elsewhere: others.flatMap(({ findings }) => findings) });
    for (const other of others) gathered.set(other, undefined);
  }
  return comments.flatMap((comment) => (gathered.has(comment) ? (gathered.get(comment) ?? []) : comment));
}

/** What a comment says, if it may be said once for many. */
function kindOf({ findings, replacement, side }: Comment): string | undefined {
  if (replacement !== undefined || side === 'left') return undefined;
  if (findings.some(({ severity }) => severity === 'critical' || severity === 'high')) return undefined;
  return [...new Set(findings.map((finding) => `${finding.policy} ${severityWord(finding)}`))].sort().join('\n');
}
