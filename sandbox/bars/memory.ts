import { readdirSync, readFileSync } from 'node:fs';

/** Megabytes that a process has in memory, those that it shares with others included. */
export function residentOf(pid: number): number {
  return kilobytesIn(read(pid, 'status'), 'VmRSS') / 1024;
}

/**
 * Megabytes that a process and its children take of the machine: files that they share, above all the program of Node,
 * count once, as they do against the limit of a container.
 */
export function memoryOf(pid: number): number {
  let [own, files] = [0, 0];
  for (const one of [pid, ...childrenOf(pid)]) {
    const told = read(one, 'smaps_rollup');
    const anonymous = kilobytesIn(told, 'Anonymous');
    own += anonymous;
    files = Math.max(files, kilobytesIn(told, 'Rss') - anonymous);
  }
  return (own + files) / 1024;
}

/** The sum of what each has in memory: what they share counts for each. */
export function residentInAll(pid: number): number {
  return childrenOf(pid).reduce((sum, child) => sum + residentOf(child), residentOf(pid));
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
