import { readdirSync, readFileSync } from 'node:fs';

/** Megabytes that a process has in memory, those that it shares with others included. */
export function residentOf(pid: number): number {
  return kilobytesIn(read(pid, 'status'), 'VmRSS') / 1024;
}

/**
 * Megabytes that a process and its children take of the machine: what they share, such as the program of Node, counts
 * once, as it does against the limit of a container.
 */
export function memoryOf(pid: number): number {
  return sumOf(pid, (one) => kilobytesIn(read(one, 'smaps_rollup'), 'Pss') / 1024);
}

/** The sum of what each has in memory: what they share counts for each. */
export function residentInAll(pid: number): number {
  return sumOf(pid, residentOf);
}

function sumOf(pid: number, of: (pid: number) => number): number {
  return childrenOf(pid).reduce((sum, child) => sum + of(child), of(pid));
}

function childrenOf(pid: number): readonly number[] {
  return readdirSync('/proc')
    .filter((one) => /^\d+$/.test(one) && Number(/^PPid:\s+(\d+)/m.exec(read(Number(one), 'status'))?.[1]) === pid)
    .map(Number);
}

function kilobytesIn(text: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0);
}

/** Empty when the process is gone. */
function read(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
