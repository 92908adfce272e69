import type { Framework, LazyFramework, ParsedStack } from '../frameworks/framework.js';
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

const loaded = new Map<LazyFramework, Promise<Framework>>();
let lastLoaded: Promise<unknown> = Promise.resolve();

/** Loads a framework once, with its grammars: those that are loaded side by side spoil each other. */
function loadFramework(framework: LazyFramework): Promise<Framework> {
  const known = loaded.get(framework);
  if (known !== undefined) return known;
  const loading = lastLoaded.then(async () => {
    const whole = await framework.load();
    await whole.prepare?.();
    return whole;
  });
  loaded.set(framework, loading);
  lastLoaded = loading;
  return loading;
}

let prepared: Promise<void> | undefined;

/** Loads every framework, so that a process that is kept warm has them at hand. */
export function prepareFrameworks(): Promise<void> {
  prepared ??= Promise.all(frameworks.map(loadFramework)).then(() => undefined);
  return prepared;
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
      const stack = await parseStack(entry, files);
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
async function parseStack(entry: Entry, files: Files): Promise<ReadStack | undefined> {
  for (const lazy of entry.frameworks) {
    if (!lazy.mayStart(entry.path, files)) continue;
    const stack = parseWith(await loadFramework(lazy), entry.path, files);
    if (stack !== undefined) return stack;
  }
  return undefined;
}

/** Reads a stack again from other texts; undefined if it is none any more. */
export function parseAgain({ entry, framework }: ReadStack, files: Files): ReadStack | undefined {
  return parseWith(framework, entry, files);
}

function parseWith(framework: Framework, entry: string, files: Files): ReadStack | undefined {
  const parsed = framework.parse(entry, files);
  return parsed && { ...parsed, entry, framework };
}
