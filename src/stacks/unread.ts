import type { Notice } from '../findings/notice.js';
import type { HeldFiles } from './files.js';
import { declaredElsewhere } from './not-read.js';
import type { ReadStack } from './read-stack.js';
import { isRelevant } from './relevance.js';
import type { SideOfChange } from './sides.js';

/** What a change names at its head, and the stacks that it touches there. */
export interface Touched {
  readonly changed: ReadonlySet<string>;
  readonly stacks: readonly ReadStack[];
}

/**
 * What of a change was not read, besides what its stacks say: too large or no text, belonging nowhere, never arrived, or, where
 * no stack is touched, declared with tools that are not read.
 */
export function unreadOf(side: SideOfChange, told: readonly Notice[], touched: Touched): readonly Notice[] {
  const { changed, stacks } = touched;
  const read = new Set(stacks.flatMap(({ files }) => files));
  const isNamed = (path: string) => changed.has(path) && isRelevant(path);
  return [
    ...told.filter(({ path }) => isNamed(path)),
    ...side.unread,
    ...(stacks.length === 0 ? declaredElsewhere(side.files.list()) : []),
    ...neverCame(side.files, told).filter(({ path }) => read.has(path) || isNamed(path)),
  ];
}

/** Files that were asked for and did not come, without a word why: those of a partial clone, for example. */
function neverCame(files: HeldFiles, told: readonly Notice[]): readonly Notice[] {
  const known = new Set(told.map(({ path }) => path));
  const message = 'The content of this file is not at hand, so it was not reviewed; fetch it (git fetch --refetch).';
  return files.missing().flatMap((path) => (known.has(path) ? [] : [{ path, message, kind: 'unread' }]));
}
