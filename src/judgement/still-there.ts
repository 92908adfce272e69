import { isScript } from '../code/handlers/files.js';
import type { Compared } from '../findings/finding.js';
import type { Notice } from '../findings/notice.js';
import { folderOf, isWithin } from '../model/path.js';
import type { StackPair } from '../stacks/pairs.js';
import type { JudgedChange } from './change.js';
import type { JudgedComponents } from './components.js';

/** Changes of stacks, pair by pair: where part of the head is unread, what is not seen there any more may still be there. */
export function withDoubts(
  changes: readonly JudgedChange[],
  pairs: readonly StackPair[],
  unread: readonly Notice[],
): readonly JudgedChange[] {
  const sidesOf = (pair: StackPair | undefined) => [pair?.base, pair?.head].flatMap((side) => side ?? []);
  const documents = pairs.flatMap(sidesOf).filter(({ framework }) => framework.name === 'openapi');
  const described = new Set(documents.flatMap(({ files }) => files));
  const all = unreadPaths([...unread, ...changes.flatMap(({ notices }) => notices)]);
  // What a document says of the routes of other stacks is told of those.
  const isDescribed = [...all].some((path) => described.has(path));
  return changes.map((change, index) => {
    const paths = unreadPaths([...unread, ...change.notices]);
    const sides = sidesOf(pairs[index]);
    const files = sides.flatMap((side) => side.files);
    // What is said of a role may rest on a handler that is not seen any more.
    const roots = sides.flatMap(({ codeRoots }) => codeRoots);
    const isDoubted =
      isDescribed || files.some((path) => paths.has(path)) || [...paths].some((path) => isCode(path, roots));
    return { ...change, findings: stillThere(change.findings, ({ at }) => isDoubted || paths.has(at.path)) };
  });
}

function isCode(path: string, roots: readonly string[]): boolean {
  return isScript(path) && roots.some((root) => path === root || isWithin(path, root));
}

/** The same of components: a lockfile and its manifest tell only together what is wrong. */
export function doubtComponents(
  { findings, notices }: JudgedComponents,
  unread: readonly Notice[],
  renames: ReadonlyMap<string, string>,
): readonly Compared[] {
  const folders = new Set([...unreadPaths([...unread, ...notices])].map(folderOf));
  const renamed = new Map([...renames].map(([to, from]) => [from, to]));
  return stillThere(findings, ({ at }) => folders.has(folderOf(renamed.get(at.path) ?? at.path)));
}

function unreadPaths(notices: readonly Notice[]): ReadonlySet<string> {
  return new Set(notices.flatMap(({ kind, path }) => (kind === 'unread' ? [path] : [])));
}

/** What is gone from a side that could not be read is not fixed: it counts as before. */
function stillThere<F extends Compared>(findings: readonly F[], isUnread: (finding: F) => boolean): readonly F[] {
  return findings.map((finding) =>
    finding.status === 'fixed' && isUnread(finding) ? { ...finding, status: 'existing' } : finding,
  );
}
