import type { Framework, ParsedStack } from '../frameworks/framework.js';
import { frameworks } from '../frameworks/frameworks.js';
import type { Files } from '../model/files.js';
import type { HeldFiles } from './files.js';
import type { Entry } from './relevance.js';

/** One stack of one commit, read whole. */
export interface ReadStack extends ParsedStack {
  /** The file or folder that starts it. */
  readonly entry: string;
  readonly framework: Framework;
}

/** Fetches texts of paths of one commit. */
export type Fetch = (paths: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** Includes of includes: a chain longer than this ends unread, which opens the model. */
const mostRounds = 12;

let prepared: Promise<void> | undefined;

/** Loads what the frameworks need before they parse. Once: grammars that are loaded side by side spoil each other. */
export function prepareFrameworks(): Promise<void> {
  prepared ??= prepareAll();
  return prepared;
}

async function prepareAll(): Promise<void> {
  for (const { prepare } of frameworks) await prepare?.();
}

/** Reads the stacks that start at the entries. Files that a stack turns out to need are fetched, and it is read again. */
export async function readStacks(
  entries: readonly Entry[],
  files: HeldFiles,
  fetch: Fetch,
): Promise<readonly ReadStack[]> {
  const settled: ReadStack[] = [];
  let pending = entries;
  for (let round = 0; pending.length > 0 && round < mostRounds; round += 1) {
    const again: Entry[] = [];
    for (const entry of pending) {
      const before = files.misses();
      const stack = parseStack(entry, files);
      if (files.misses() > before && round < mostRounds - 1) again.push(entry);
      else if (stack !== undefined) settled.push(stack);
    }
    const wanted = files.wanted();
    if (wanted.length > 0) files.add(await fetch(wanted), wanted);
    pending = again;
  }
  return settled.sort((a, b) => a.entry.localeCompare(b.entry));
}

/** Reads one stack from the files at hand; undefined if no framework recognises it. */
export function parseStack(entry: Entry, files: Files): ReadStack | undefined {
  for (const framework of entry.frameworks) {
    const parsed = framework.parse(entry.path, files);
    if (parsed !== undefined) return { ...parsed, entry: entry.path, framework };
  }
  return undefined;
}
