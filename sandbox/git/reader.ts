import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { environment } from './process.js';

export interface GitObject {
  readonly sha: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Reads objects through one process that stays: by hash, ref or `REVISION:PATH`. */
export interface ObjectReader {
  readonly ask: (name: string) => Promise<GitObject | undefined>;
  readonly close: () => void;
}

type Asker = (answer: GitObject | undefined) => void;

interface Parsed {
  readonly answer: GitObject | undefined;
  readonly length: number;
}

/** One answer at the front of what git printed, if it is whole: `SHA TYPE SIZE`, a line end, the bytes, a line end. */
function parseAnswer(printed: Buffer): Parsed | undefined {
  const end = printed.indexOf(10);
  if (end < 0) return undefined;
  const [, sha, type, size] = /^([0-9a-f]{40}) (\w+) (\d+)$/.exec(printed.subarray(0, end).toString()) ?? [];
  if (sha === undefined || type === undefined) return { answer: undefined, length: end + 1 };
  const last = end + 1 + Number(size);
  if (printed.length <= last) return undefined;
  return { answer: { sha, type, bytes: Buffer.from(printed.subarray(end + 1, last)) }, length: last + 1 };
}

function listen(child: ChildProcessWithoutNullStreams, askers: Asker[]): void {
  let printed: Buffer = Buffer.alloc(0);
  child.stdout.on('data', (chunk: Buffer) => {
    printed = Buffer.concat([printed, chunk]);
    for (let parsed = parseAnswer(printed); parsed !== undefined; parsed = parseAnswer(printed)) {
      printed = printed.subarray(parsed.length);
      askers.shift()?.(parsed.answer);
    }
  });
}

export function objectReader(directory: string): ObjectReader {
  const askers: Asker[] = [];
  let child: ChildProcessWithoutNullStreams | undefined;
  function start(): ChildProcessWithoutNullStreams {
    const started = spawn('git', ['--git-dir', directory, 'cat-file', '--batch'], { env: environment() });
    started.stdin.on('error', () => undefined);
    listen(started, askers);
    return started;
  }
  return {
    ask(name) {
      if (/[\n\0]/.test(name)) return Promise.resolve(undefined);
      child ??= start();
      child.stdin.write(`${name}\n`);
      return new Promise((resolve) => askers.push(resolve));
    },
    close() {
      child?.kill();
    },
  };
}
