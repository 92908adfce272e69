import type { Notice } from '../findings/notice.js';
import type { ChangedFile } from '../pull-request/pull-request.js';
import { orphans, unfinished } from './account.js';
import { candidateEntries } from './candidates.js';
import { attributeFiles, type Copies, copiesAmong, generatedIn, originOf } from './copies.js';
import { type HeldFiles, holdFiles } from './files.js';
import type { Fetch } from './read.js';
import type { ReadStack } from './read-stack.js';
import { readWithReaders } from './readers.js';
import { entriesOf, isRelevant } from './relevance.js';
import { isTouched } from './touched.js';

/** One commit of a change: the stacks near it, read, and which of them it touches. */
export interface SideOfChange {
  readonly files: HeldFiles;
  readonly stacks: readonly ReadStack[];
  readonly touched: readonly ReadStack[];
  readonly copies: Copies;
  /** Every file that may start a stack was read: what is in none of them is not in the repository. */
  readonly isWhole: boolean;
  /** What the change names and nobody could read. */
  readonly unread: readonly Notice[];
}

/** The paths that a change names on one side. */
export function changedPaths(changed: readonly ChangedFile[], side: 'base' | 'head'): readonly string[] {
  return changed.flatMap(({ path, previousPath, status }) => {
    if (side === 'head') return status === 'removed' ? [] : [path];
    return status === 'added' ? [] : [previousPath ?? path];
  });
}

/** True if nothing that a stack declares or ships can have changed. */
export function isIrrelevant(changed: readonly ChangedFile[]): boolean {
  return !changed.some(({ path, previousPath }) => isRelevant(path) || isRelevant(previousPath ?? path));
}

/** Every path of a tree, and those that start no stack that is judged. */
export interface JudgedTree {
  readonly paths: readonly string[];
  readonly isExcluded: (path: string) => boolean;
}

/** Reads the stacks that a change may touch on one side. `near`: every path it names, on either side. */
export async function readSide(
  { paths, isExcluded }: JudgedTree,
  near: readonly string[],
  changed: readonly string[],
  fetch: Fetch,
): Promise<SideOfChange> {
  const files = holdFiles(paths);
  const judged = paths.filter((path) => !isExcluded(path));
  const entries = candidateEntries(judged, near);
  const present = new Set(paths);
  const first = [...entries.map(({ path }) => path).filter((path) => present.has(path)), ...attributeFiles(paths)];
  files.add(await fetch(first), first);
  const own = entriesOf(changed.filter((path) => present.has(path))).map(({ path }) => path);
  const { stacks, endings } = await readWithReaders({ entries, own, files, fetch });
  const account = { entries: own, endings };
  const isGenerated = generatedIn(files, paths);
  return {
    files,
    stacks,
    touched: stacks.filter((stack) => isTouched(stack, changed)),
    copies: copiesAmong(stacks.map((stack) => originOf(stack, files, isGenerated))),
    isWhole: entriesOf(judged).length <= entries.length,
    unread: [...unfinished(account), ...orphans(account, own)],
  };
}

/** Both sides' touched stacks, each completed by its counterpart on the other side although nothing touched that one. */
export function withCounterparts(
  base: SideOfChange,
  head: SideOfChange,
): { readonly base: readonly ReadStack[]; readonly head: readonly ReadStack[] } {
  const entries = new Set([...base.touched, ...head.touched].map(({ entry }) => entry));
  const isMeant = ({ entry }: ReadStack) => entries.has(entry);
  return { base: base.stacks.filter(isMeant), head: head.stacks.filter(isMeant) };
}
