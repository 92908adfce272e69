import { folderOf } from '../model/path.js';
import { type Ending, missingReaders } from './account.js';
import type { HeldFiles } from './files.js';
import { type Fetch, type ReadEntries, readStacks } from './read.js';
import type { ReadStack } from './read-stack.js';
import { type Entry, entriesOf } from './relevance.js';
import { openRoom } from './room.js';

/** What is to be read of a commit. */
export interface Reading {
  readonly entries: readonly Entry[];
  /** Entries of changed files: the stacks with which they are read are read too, wherever those stand. */
  readonly own: readonly string[];
  readonly files: HeldFiles;
  readonly fetch: Fetch;
}

/** A module's caller may be called itself: longer chains than this stay unread. */
const longestChain = 8;

/** Reads the stacks of entries, and those with which changed files are read. */
export async function readWithReaders({ entries, own, files, fetch }: Reading): Promise<ReadEntries> {
  let stacks: readonly ReadStack[] = [];
  const endings = new Map<string, Ending>();
  const asked = new Set<string>();
  const room = openRoom();
  let next = entries;
  for (let step = 0; next.length > 0 && step < longestChain; step += 1) {
    for (const { path } of next) asked.add(path);
    const read = await readStacks(next, files, fetch, room);
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
