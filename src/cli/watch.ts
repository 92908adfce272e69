import { watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { isSilent } from '../stacks/relevance.js';
import { CannotRun } from './cannot-run.js';

/** Milliseconds without another change before a new run begins: a save is often several. */
const quiet = 200;

/** What is watched, and what is done at each change. */
export interface Watching {
  readonly paths: readonly string[];
  /** Files that the run itself writes. */
  readonly own: readonly string[];
  readonly run: () => Promise<number>;
  readonly stop: AbortSignal;
}

/** Runs, and again after each change below the paths, until it is told to stop; answers the code of the last run. */
export async function runWatching({ paths, own, run, stop }: Watching): Promise<number> {
  let last = await run();
  const written = new Set(own.map((file) => resolve(file)));
  const changes = changesBelow(
    await Promise.all(paths.map(folderOr)),
    (file) => !written.has(file.replace(/\.\d+\.part$/, '')),
  );
  const stopped = new Promise<'stop'>((done) => {
    if (stop.aborted) done('stop');
    stop.addEventListener('abort', () => done('stop'), { once: true });
  });
  while ((await Promise.race([changes.next(), stopped])) !== 'stop') last = await runOnce(run);
  changes.end();
  return last;
}

/** A tree that cannot be read at this moment may be read at the next. */
async function runOnce(run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    process.stderr.write(`postern: ${error.message}\n`);
    return 2;
  }
}

async function folderOr(path: string): Promise<{ readonly path: string; readonly isFolder: boolean }> {
  return { path, isFolder: (await stat(path)).isDirectory() };
}

/** Changes of files, several in a row as one. */
function changesBelow(
  watched: readonly { readonly path: string; readonly isFolder: boolean }[],
  isOfInterest: (file: string) => boolean,
): { readonly next: () => Promise<'change'>; readonly end: () => void } {
  let changed = false;
  let timer: NodeJS.Timeout | undefined;
  let tell: (() => void) | undefined;
  const settle = () => {
    changed = true;
    tell?.();
  };
  const watchers = watched.map(({ path, isFolder }) =>
    watch(path, { recursive: isFolder }, (_, name) => {
      const file = isFolder ? resolve(path, name ?? '') : resolve(path);
      if (isSilent(`${name ?? basename(path)}`) || !isOfInterest(file)) return;
      clearTimeout(timer);
      timer = setTimeout(settle, quiet);
    }),
  );
  return {
    next: async () => {
      if (!changed) await new Promise<void>((done) => (tell = done));
      changed = false;
      return 'change';
    },
    end: () => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}
