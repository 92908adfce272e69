import { createPrivateKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the operator set. */
export interface ServerEnvironment {
  readonly host: string;
  readonly port: number;
  readonly webhookPath: string;
  readonly webhookSecret: string;
  /** Reviews at the same time. */
  readonly workers: number;
  /** Where the policies' pages are published. */
  readonly pages: string | undefined;
  /** Where the embedded store has its files; undefined: in memory only. */
  readonly dataDirectory: string | undefined;
  /** A PostgreSQL server in place of the embedded store. */
  readonly databaseUrl: string | undefined;
  readonly role: Role;
  /** Seconds that a stopping server gives its reviews. */
  readonly graceSeconds: number;
  /** Seconds between two looks for webhooks that never came. */
  readonly recoverySeconds: number;
  /** For how long reviews are remembered. */
  readonly historyDays: number;
  /** Whether the lines that findings stand on are remembered, too. */
  readonly historyQuotes: boolean;
  /** Where advisories come from: `github`, `osv`, an address, a directory, `off`, or several. */
  readonly advisories: string;
  /** What Probot reads by itself. */
  readonly probot: Record<string, string | undefined>;
}

/** What a process does: receive webhooks, do reviews, or both. */
const roles = ['both', 'web', 'worker'] as const;
export type Role = (typeof roles)[number];

type Variables = Readonly<Record<string, string | undefined>>;

/** The settings of the server; undefined when the app is not registered yet. A mistake is an error that says what to do. */
export function readEnvironment(variables: Variables): ServerEnvironment | undefined {
  if (!variables.APP_ID) return undefined;
  if (!variables.WEBHOOK_SECRET) {
    throw new Error(
      'WEBHOOK_SECRET is not set: without it anyone could send webhooks. Set the secret of the GitHub App.',
    );
  }
  if (!/^\d+$/.test(variables.APP_ID)) {
    throw new Error(`APP_ID is ${JSON.stringify(variables.APP_ID)}; write the number on the page of the GitHub App.`);
  }
  checkKey(variables);
  return {
    host: variables.HOST || '0.0.0.0',
    port: numberIn(variables, 'PORT', { standard: 3000, most: 65_535 }),
    webhookSecret: variables.WEBHOOK_SECRET,
    webhookPath: variables.WEBHOOK_PATH || '/api/github/webhooks',
    workers: numberIn(variables, 'WORKERS', { standard: 2, most: 64 }),
    pages: variables.POLICY_PAGES || undefined,
    dataDirectory: dataDirectoryIn(variables),
    databaseUrl: variables.DATABASE_URL || undefined,
    role: roleIn(variables),
    graceSeconds: numberIn(variables, 'GRACE_SECONDS', { standard: 8, most: 600 }),
    recoverySeconds: numberIn(variables, 'RECOVERY_SECONDS', { standard: 180, most: 3600 }),
    historyDays: numberIn(variables, 'HISTORY_DAYS', { standard: 180, most: 3650 }),
    historyQuotes: isOn(variables, 'HISTORY_QUOTES'),
    advisories: variables.ADVISORIES || 'github',
    probot: {
      ...variables,
      LOG_LEVEL: variables.LOG_LEVEL || 'info',
      LOG_FORMAT: variables.LOG_FORMAT || (variables.NODE_ENV === 'production' ? 'json' : 'pretty'),
      REDIS_URL: '',
    },
  };
}

/** A key that cannot sign would only be noticed at the first webhook. */
function checkKey({ PRIVATE_KEY: key, PRIVATE_KEY_PATH: path }: Variables): void {
  if (!key && !path) {
    throw new Error('PRIVATE_KEY is not set. Set it, or PRIVATE_KEY_PATH, to the private key of the GitHub App.');
  }
  if (!key && path && !existsSync(path)) {
    throw new Error(`PRIVATE_KEY_PATH names ${path}, which does not exist.`);
  }
  const written = (key || readFileSync(path ?? '', 'utf8')).replaceAll('\\n', '\n');
  const isPem = written.includes('-----BEGIN');
  try {
    createPrivateKey(isPem ? written : Buffer.from(written, 'base64'));
  } catch {
    const name = key ? 'PRIVATE_KEY' : 'PRIVATE_KEY_PATH';
    throw new Error(
      `${name} does not contain a private key. Use the whole PEM file that GitHub generated for the App.`,
    );
  }
}

export function numberIn(
  variables: Variables,
  name: string,
  { standard, most }: { standard: number; most: number },
): number {
  const written = variables[name];
  if (!written) return standard;
  const number = Number(written);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new Error(`${name} is ${JSON.stringify(written)}; write a whole number from 1 to ${most}.`);
}

/** On unless it is turned off. */
function isOn(variables: Variables, name: string): boolean {
  const written = variables[name] || 'on';
  if (written === 'on' || written === 'off') return written === 'on';
  throw new Error(`${name} is ${JSON.stringify(written)}; write on or off.`);
}

function roleIn({ ROLE, DATABASE_URL }: Variables): Role {
  const role = roles.find((one) => one === (ROLE || 'both'));
  if (role === undefined) throw new Error(`ROLE is ${JSON.stringify(ROLE)}; write ${roles.join(', ')}.`);
  if (role !== 'both' && !DATABASE_URL) {
    throw new Error(`ROLE is ${role}, which needs DATABASE_URL: the embedded store belongs to one process.`);
  }
  return role;
}

function dataDirectoryIn({ DATA_DIR }: Variables): string | undefined {
  if (DATA_DIR === 'none') return undefined;
  return DATA_DIR || './data';
}

/** Loads `.env` of the working directory and of the data directory, where the setup page writes. Set variables win. */
export function loadEnvironment({ DATA_DIR }: Variables): void {
  for (const file of ['.env', join(DATA_DIR || './data', '.env')]) {
    if (existsSync(file)) process.loadEnvFile(file);
  }
}
