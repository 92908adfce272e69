import { spawn } from 'node:child_process';

/** The directory of one bare repository. */
export type GitDirectory = string;

export interface GitOptions {
  readonly input?: string | Buffer;
  readonly environment?: Readonly<Record<string, string>>;
  /** Exit codes that are answers and not failures; 0 when left out. */
  readonly accept?: readonly number[];
}

export interface GitOutput {
  readonly code: number;
  readonly bytes: Buffer;
}

/** Nothing of the machine's own git configuration reaches the sandbox. */
const isolated: Readonly<Record<string, string>> = {
  HOME: '/nonexistent',
  LC_ALL: 'C.UTF-8',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
};

function environment(extra: GitOptions['environment']): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', ...isolated, ...extra };
}

/** Runs git and answers what it printed; any exit code that was not accepted throws what it complained about. */
export function run(args: readonly string[], options: GitOptions = {}): Promise<GitOutput> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, { env: environment(options.environment), stdio: ['pipe', 'pipe', 'pipe'] });
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

/** Runs git on one repository. */
export function git(directory: GitDirectory, args: readonly string[], options: GitOptions = {}): Promise<GitOutput> {
  return run(['--git-dir', directory, ...args], options);
}

export async function gitText(directory: GitDirectory, args: readonly string[], options?: GitOptions): Promise<string> {
  return (await git(directory, args, options)).bytes.toString('utf8');
}

export async function gitLine(directory: GitDirectory, args: readonly string[], options?: GitOptions): Promise<string> {
  return (await gitText(directory, args, options)).trim();
}

export async function gitLines(directory: GitDirectory, args: readonly string[]): Promise<readonly string[]> {
  return (await gitText(directory, args)).split('\n').filter((line) => line !== '');
}
