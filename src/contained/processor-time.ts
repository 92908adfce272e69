import { readFileSync } from 'node:fs';

/** Milliseconds of a tick in which Linux counts. */
const tick = 10;

/** Milliseconds that a process has worked so far, on all processors; undefined where the system does not tell. */
export function workedBy(pid: number | undefined): number | undefined {
  try {
    // What stands before is the name of the program in brackets, which may hold anything.
    const [, fields = ''] = /\) ([^)]*)$/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    const [own, system] = fields.split(' ').slice(11, 13).map(Number);
    return own === undefined || system === undefined ? undefined : (own + system) * tick;
  } catch {
    return undefined;
  }
}
