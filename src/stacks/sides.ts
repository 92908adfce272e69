import type { Notice } from '../findings/notice.js';
import { folderOf } from '../model/path.js';
import type { ChangedFile } from '../pull-request/pull-request.js';
import { type Ending, missingReaders, orphans, unfinished } from './account.js';
import { candidateEntries } from './candidates.js';
import { attributeFiles, type Copies, copiesAmong, generatedIn, originOf } from './copies.js';
import { type HeldFiles, holdFiles } from './files.js';
import { type Fetch, type ReadEntries, type ReadStack, readStacks } from './read.js';
import { type Entry, entriesOf, isRelevant } from './relevance.js';
import { isTouched } from './touched.js';

/** One commit of a change: the stacks near it, read, and which of them it touches. */
export interface SideOfChange {
  readonly files: HeldFiles;
  readonly stacks: readonly ReadStack[];
  readonly touched: readonly ReadStack[];
  /** What the change names and nobody could read. */
  readonly unread: readonly Notice[];
  readonly copies: Copies;
  /** Every file that may start a stack was read: what is in none of them is not in the repository. */
  readonly isWhole: boolean;
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

interface Reading {
  readonly entries: readonly Entry[];
  /** Entries of changed files: the stacks with which they are read are read too, wherever those stand. */
  readonly own: readonly string[];
  readonly files: HeldFiles;
  readonly fetch: Fetch;
}

/** A module's caller may be called itself: longer chains than this stay unread. */
const longestChain = 8;

async function readWithReaders({ entries, own, files, fetch }: Reading): Promise<ReadEntries> {
  let stacks: readonly ReadStack[] = [];
  const endings = new Map<string, Ending>();
  const asked = new Set<string>();
  let next = entries;
  for (let step = 0; next.length > 0 && step < longestChain; step += 1) {
    for (const { path } of next) asked.add(path);
    const read = await readStacks(next, files, fetch);
    stacks = [...stacks, ...read.stacks];
    for (const [path, ending] of read.endings) endings.set(path, ending);
    next = missingReaders({ entries: own, endings }, own).flatMap((path) =>
      asked.has(path) ? [] : (entryAt(path, files.list()) ?? []),
    );
  }
  return { stacks: stacks.toSorted((a, b) => a.entry.localeCompare(b.entry)), endings };
}

/** The entry of this path among those that the files in its folder start. */
function entryAt(path: string, tree: readonly string[]): Entry | undefined {
  const folder = tree.includes(path) || path.endsWith('*.yaml') ? folderOf(path) : path === '.' ? '' : path;
  return entriesOf(tree.filter((one) => folderOf(one) === folder)).find((entry) => entry.path === path);
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
