import { spawn } from 'node:child_process';

export interface GitOptions {
  readonly input?: string | Buffer;
  /** Exit codes that are answers and not failures; 0 when left out. */
  readonly accept?: readonly number[];
}

export interface GitOutput {
  readonly code: number;
  readonly bytes: Buffer;
}

/** Nothing of the machine's own git configuration reaches the sandbox. */
export function environment(): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH ?? '/usr/bin:/bin',
    HOME: '/nonexistent',
    LC_ALL: 'C.UTF-8',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_NAME: 'github',
    GIT_AUTHOR_EMAIL: 'noreply@example.com',
    GIT_COMMITTER_NAME: 'github',
    GIT_COMMITTER_EMAIL: 'noreply@example.com',
  };
}

/** Runs git and answers what it printed; any exit code that was not accepted throws what it complained about. */
export function run(args: readonly string[], options: GitOptions = {}): Promise<GitOutput> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, { env: environment(), stdio: ['pipe', 'pipe', 'pipe'] });
    const printed: Buffer[] = [];
    const complained: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => complained.push(chunk));
    child.stdin.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', (code) => {
      if ((options.accept ?? [0]).includes(code ?? -1)) resolve({ code: code ?? -1, bytes: Buffer.concat(printed) });
      else reject(new Error(`git ${args.slice(0, 5).join(' ')}: ${Buffer.concat(complained).toString().trim()}`));
    });
    child.stdin.end(options.input ?? '');
  });
}
