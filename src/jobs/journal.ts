import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Job } from './job.js';

/** Jobs as they are kept: what a killed process had accepted is done by the next one. */
export interface Journal {
  /** Jobs that were accepted and not done when the journal was opened. */
  readonly pending: readonly { readonly number: number; readonly job: Job }[];
  /** Keeps a job; when this returns it is on disk. */
  readonly put: (job: Job) => number;
  readonly done: (number: number) => void;
}

/** A journal that lives as long as the process. */
export function forgetfulJournal(): Journal {
  let last = 0;
  return {
    pending: [],
    put: () => {
      last += 1;
      return last;
    },
    done: () => undefined,
  };
}

/** Opens the journal in a file, and shortens it to what is not done yet. One process at a time may have it open. */
export function openJournal(path: string): Journal {
  mkdirSync(dirname(path), { recursive: true });
  const pending = readPending(path);
  const file = rewrite(path, pending);
  const open = new Set(pending.map(({ number }) => number));
  let last = Math.max(0, ...open);
  let written = 0;
  return {
    pending,
    put: (job) => {
      last += 1;
      open.add(last);
      writeSync(file, line({ number: last, job }));
      fsyncSync(file);
      written += 1;
      return last;
    },
    done: (number) => {
      if (!open.delete(number)) return;
      if (open.size > 0 || written < shortenAfter) {
        writeSync(file, line({ number, job: null }));
        return;
      }
      ftruncateSync(file, 0);
      written = 0;
    },
  };
}

/** Jobs after which an idle journal is emptied. */
const shortenAfter = 1000;

interface Line {
  readonly number: number;
  /** Null: the job is done. */
  readonly job: Job | null;
}

function line(entry: Line): string {
  return `${JSON.stringify(entry)}\n`;
}

function readPending(path: string): Journal['pending'] {
  const open = new Map<number, Job>();
  for (const written of (existsSync(path) ? readFileSync(path, 'utf8') : '').split('\n')) {
    const entry = parseLine(written);
    if (entry === undefined) continue;
    if (entry.job === null) open.delete(entry.number);
    else open.set(entry.number, entry.job);
  }
  return [...open].map(([number, job]) => ({ number, job }));
}

/** The last line may be half written when the process was killed. */
function parseLine(written: string): Line | undefined {
  if (!written.startsWith('{') || !written.endsWith('}')) return undefined;
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}

/** Writes the shortened journal beside the old one and takes its place, then leaves it open for appending. */
function rewrite(path: string, pending: Journal['pending']): number {
  const beside = `${path}.new`;
  const file = openSync(beside, 'w');
  writeSync(file, pending.map(line).join(''));
  fsyncSync(file);
  closeSync(file);
  renameSync(beside, path);
  return openSync(path, 'a');
}
