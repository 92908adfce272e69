import { onOneClock, within } from '../findings/allowance.js';
import { noSign } from '../frameworks/files/not-ours.js';
import { unreadStack } from '../frameworks/files/unread-stack.js';
import type { Answer, Elsewhere, Framework, LazyFramework, NotOurs } from '../frameworks/framework.js';
import { frameworks } from '../frameworks/frameworks.js';
import type { Files } from '../model/files.js';
import { folderOf } from '../model/path.js';
import type { Ending } from './account.js';
import type { HeldFiles } from './files.js';
import type { ReadStack } from './read-stack.js';
import type { Entry } from './relevance.js';
import { openRoom, type Room } from './room.js';

/** Fetches texts of paths of one commit. */
export type Fetch = (paths: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** Includes of includes: a chain longer than this ends unread, which opens the model. */
const mostRounds = 12;

const loading = new Map<LazyFramework, Promise<Framework>>();
const loaded = new Map<LazyFramework, Framework>();
let lastLoaded: Promise<unknown> = Promise.resolve();

/** Loads a framework once, with its grammars: those that are loaded side by side spoil each other. */
function loadFramework(framework: LazyFramework): Promise<Framework> {
  const known = loading.get(framework);
  if (known !== undefined) return known;
  const coming = lastLoaded.then(async () => {
    const whole = await framework.load();
    await whole.prepare?.();
    loaded.set(framework, whole);
    return whole;
  });
  loading.set(framework, coming);
  lastLoaded = coming;
  return coming;
}

let prepared: Promise<void> | undefined;

/** Loads every framework, so that a process that is kept warm has them at hand. */
export function prepareFrameworks(): Promise<void> {
  prepared ??= Promise.all(frameworks.map(loadFramework)).then(() => undefined);
  return prepared;
}

/** What was read of a commit: its stacks, and how the look at every entry ended. */
export interface ReadEntries {
  readonly stacks: readonly ReadStack[];
  readonly endings: ReadonlyMap<string, Ending>;
}

/**
 * Reads the stacks that start at the entries. Files that a stack turns out to need are fetched, and it is read again. An
 * entry that still lacks files after the last round has no ending, unless it is a stack all the same.
 */
export async function readStacks(
  entries: readonly Entry[],
  files: HeldFiles,
  fetch: Fetch,
  room: Room = openRoom(),
): Promise<ReadEntries> {
  const settled: ReadStack[] = [];
  const endings = new Map<string, Ending>();
  let pending = entries;
  for (let round = 0; pending.length > 0 && round < mostRounds; round += 1) {
    const again: Entry[] = [];
    const isLast = round === mostRounds - 1;
    for (const { entry, answer, isWhole } of await parseEntries(pending, files)) {
      if (!isWhole && !isLast) again.push(entry);
      else if (answer.kind === 'stack') settled.push(room.take(answer, files));
      if (isWhole || (isLast && answer.kind === 'stack')) endings.set(entry.path, answer);
    }
    const wanted = files.wanted();
    if (wanted.length > 0) files.add(await fetch(wanted), wanted);
    pending = again;
  }
  return { stacks: settled.sort((a, b) => a.entry.localeCompare(b.entry)), endings };
}

/** What reading an entry came to, as far as files were at hand. */
interface Parsed {
  readonly entry: Entry;
  readonly answer: ReadStack | Elsewhere | NotOurs;
  /** True if no file was missing. */
  readonly isWhole: boolean;
}

/** Reads entries, and loads frameworks on the way as they are needed. */
async function parseEntries(entries: readonly Entry[], files: HeldFiles): Promise<readonly Parsed[]> {
  const parsed: Parsed[] = [];
  let pending = entries;
  while (pending.length > 0) {
    const tried = onOneClock(pending, (entry) => parseWhole(entry, files));
    parsed.push(...tried.flatMap((one) => ('needs' in one ? [] : [one])));
    const lacking = tried.flatMap((one) => ('needs' in one ? [one] : []));
    for (const { needs } of lacking) await loadFramework(needs);
    pending = lacking.map(({ entry }) => entry);
  }
  return parsed;
}

/** A framework that must be loaded before an entry can be read. */
interface Lacking {
  readonly entry: Entry;
  readonly needs: LazyFramework;
}

function parseWhole(entry: Entry, files: HeldFiles): Parsed | Lacking {
  const before = files.misses();
  const answer = parseEntry(entry, files);
  if ('needs' in answer) return answer;
  return { entry, answer, isWhole: files.misses() === before || isTooLong(answer) };
}

/** Asks each framework that may read an entry; the first that reads it does. Otherwise the most that one of them knew. */
function parseEntry(entry: Entry, files: Files): ReadStack | Elsewhere | NotOurs | Lacking {
  let best: ReadStack | Elsewhere | NotOurs = noSign;
  for (const lazy of entry.frameworks) {
    if (!lazy.mayStart(entry.path, files)) continue;
    const framework = loaded.get(lazy);
    if (framework === undefined) return { entry, needs: lazy };
    const answer = parseWith(framework, entry.path, files);
    if (answer.kind === 'stack') return answer;
    if (best.kind !== 'not-ours') continue;
    best = answer.kind === 'elsewhere' ? answer : (unreadIn(answer, framework, entry.path) ?? answer);
  }
  return best;
}

/** Reads a stack again from other texts; undefined if it is none any more. */
export function parseAgain(
  { entry, framework }: Pick<ReadStack, 'entry' | 'framework'>,
  files: Files,
): ReadStack | undefined {
  const answer = parseWith(framework, entry, files);
  return answer.kind === 'stack' ? answer : undefined;
}

/** What a framework answers, with the entry. A reader that breaks costs its own stack, and is told. */
function parseWith(framework: Framework, entry: string, files: Files): ReadStack | Elsewhere | NotOurs {
  const answer = guarded(framework, entry, files);
  return answer.kind === 'stack' ? { ...answer, entry, framework } : answer;
}

const tooLong = 'This stack takes too long to read; it was not reviewed. Split it into smaller ones.';

/** The text that starts here: in the file, or in the files of the folder. */
function sizeAt(entry: string, files: Files): number {
  const own = files.list().filter((path) => path === entry || folderOf(path) === (entry === '.' ? '' : entry));
  return own.reduce((sum, path) => sum + (files.read(path)?.length ?? 0), 0);
}

/** With more files at hand it would take longer still. */
function isTooLong(answer: Answer): boolean {
  return answer.kind !== 'elsewhere' && answer.notices.some(({ message }) => message === tooLong);
}

function guarded(framework: Framework, entry: string, files: Files): Answer {
  const unread = (message: string) =>
    unreadStack(framework.unreadAs, entry, [{ path: entry, message, kind: 'unread' }]);
  try {
    const finished = within(
      () => sizeAt(entry, files),
      () => framework.parse(entry, files),
    );
    return finished?.value ?? unread(tooLong);
  } catch {
    return unread(`The reader of ${framework.name} failed on this stack; it was not reviewed. Please report it.`);
  }
}

/** There may be a stack where a framework found none, because it could not read something. */
function unreadIn({ notices }: NotOurs, framework: Framework, entry: string): ReadStack | undefined {
  const unread = notices.filter(({ kind }) => kind === 'unread');
  if (unread.length === 0) return undefined;
  const stack = unreadStack(framework.unreadAs, entry, notices);
  return { ...stack, files: [...new Set([entry, ...unread.map(({ path }) => path)])], entry, framework };
}
