import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import { runCommand } from '../../src/cli/program.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface CommandEnd {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

type Write = typeof process.stdout.write;

function isWarningOfNode(text: string): boolean {
  return text.startsWith('(node:');
}

/** Keeps what is written, and tells the writer so. */
function keeper(written: string[]): Write {
  return (text: string | Uint8Array, ...rest: readonly unknown[]) => {
    if (!isWarningOfNode(String(text))) written.push(String(text));
    for (const one of rest) if (typeof one === 'function') one();
    return true;
  };
}

/** Runs a command line in a folder, in this process: a process for each costs a second. */
export async function runIn(folder: string, args: readonly string[]): Promise<CommandEnd> {
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation(keeper(stdout)),
    jest.spyOn(process.stderr, 'write').mockImplementation(keeper(stderr)),
  ];
  process.chdir(folder);
  try {
    return { status: await runCommand(args), stdout: stdout.join(''), stderr: stderr.join('') };
  } finally {
    process.chdir(root);
    for (const spy of spies) spy.mockRestore();
  }
}
