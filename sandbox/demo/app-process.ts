import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from '../sandbox.js';

export interface AppProcess {
  readonly url: string;
  readonly pid: number;
  /** What it printed so far. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
  /** Ends it at once, as a crash would. */
  readonly kill: () => Promise<void>;
}

export interface AppOptions {
  /** The built server: `dist/server.js`. */
  readonly entry: string;
  /** Where it keeps what must survive; a folder of its own when left out. */
  readonly data?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

const readyMilliseconds = 90_000;
/** More than the app gives its reviews. */
const stopMilliseconds = 12_000;
const printedCharacters = 100_000;

/** A port of this machine that nobody listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/ping`, { signal: AbortSignal.timeout(1000) }).then(
    (response) => response.ok,
    () => false,
  );
}

async function untilReady(child: ChildProcess, url: string, output: () => string): Promise<void> {
  const end = Date.now() + readyMilliseconds;
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`The app ended before it was ready:\n${output()}`);
    if (Date.now() > end) throw new Error(`The app was not ready in ${readyMilliseconds / 1000} s:\n${output()}`);
    await sleep(50);
  }
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), stopMilliseconds);
  await ended(child);
  clearTimeout(patience);
}

/** Starts the built app as a process of its own and has the sandbox's webhooks sent to it. */
export async function startApp(sandbox: Sandbox, options: AppOptions): Promise<AppProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const own = options.data === undefined ? mkdtempSync(path.join(tmpdir(), 'sandbox-app-')) : undefined;
  const child = spawn(process.execPath, [options.entry], {
    env: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: options.data ?? own ?? '',
      ADVISORIES: 'off',
      ...sandbox.environment,
      ...options.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const listen = (chunk: Buffer) => {
    printed = (printed + chunk.toString()).slice(-printedCharacters);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  await untilReady(child, url, () => printed);
  // A worker takes no webhooks.
  if (options.environment?.ROLE !== 'worker') sandbox.sendWebhooksTo(`${url}/api/github/webhooks`);
  const tidy = () => own !== undefined && rmSync(own, { recursive: true, force: true });
  return {
    url,
    pid: child.pid ?? 0,
    output: () => printed,
    stop: () => stop(child).finally(tidy),
    async kill() {
      child.kill('SIGKILL');
      await ended(child);
    },
  };
}
