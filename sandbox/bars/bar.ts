import { setTimeout as sleep } from 'node:timers/promises';
import type { Manifest } from '../app.js';
import { faultsOf } from '../chaos/judge.js';
import type { Files } from '../git/commit.js';
import type { Sandbox } from '../sandbox.js';
import type { Pull } from '../world.js';
import { template } from './material.js';

/** What a bar needs to be measured. */
export interface BarOptions {
  readonly app: Manifest;
  /** The built server: `dist/server.js`. */
  readonly entry: string;
  /** A PostgreSQL server's empty database; undefined: the store is embedded. */
  readonly databaseUrl: string | undefined;
  /** Reviews at the same time in a process. */
  readonly workers: number;
  /** Of bars in which several processes share a database. */
  readonly processes: number;
  /** The same seed makes the same events. */
  readonly seed: number;
  /** A small part of it, for a first look. */
  readonly isShort: boolean;
  readonly print: (text: string) => void;
}

/** What was measured, and whether it is within its bar. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  /** In words; undefined: the figure is only told. */
  readonly bar?: string;
  readonly isMet: boolean;
}

export type Bar = (options: BarOptions) => Promise<readonly Figure[]>;

export function told(name: string, value: string): Figure {
  return { name, value, isMet: true };
}

export function atMost(name: string, value: number, most: number, unit: string): Figure {
  return { name, value: `${rounded(value)} ${unit}`, bar: `at most ${most} ${unit}`, isMet: value <= most };
}

export function none(name: string, found: readonly string[]): Figure {
  const shown = found.length === 0 ? '0' : `${found.length}: ${found.slice(0, 5).join('; ')}`;
  return { name, value: shown, bar: 'none', isMet: found.length === 0 };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The environment in which a bar starts the server. */
export function environmentOf({ databaseUrl, workers }: BarOptions): Readonly<Record<string, string>> {
  return { WORKERS: String(workers), ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }) };
}

/** What is lost or said twice at the end. */
export function wrongAtTheEnd(sandbox: Sandbox, pulls: readonly Pull[]): Figure {
  return none('heads without exactly one concluded check, double comments, breaches', faultsOf(sandbox, pulls));
}

/** Opens a pull request in the one repository of an organisation. */
export async function openIn(sandbox: Sandbox, owner: string, files: Files): Promise<Pull> {
  const known = sandbox.world.repositories.get(`${owner}/shop`);
  const shop = known ?? (await sandbox.createRepository({ owner, name: 'shop', files: template(0, 'AWS_IAM') }));
  return sandbox.openPullRequest(shop, { files });
}

/** Organisations of bars in which none is to hold up another; the first is there from the start. */
export const owners: readonly string[] = ['acme', 'globex', 'initech', 'umbrella'];

/** Waits until every head has a concluded check, or that long. */
export async function untilConcluded(sandbox: Sandbox, pulls: readonly Pull[], milliseconds: number): Promise<void> {
  const end = Date.now() + milliseconds;
  const isOpen = (pull: Pull) => !sandbox.checkRuns(pull).some(({ status }) => status === 'completed');
  while (pulls.some(isOpen) && Date.now() < end) await sleep(250);
}
