import { appendFileSync, chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** What the setup page may write. */
const writable = ['APP_ID', 'PRIVATE_KEY', 'WEBHOOK_SECRET'] as const;

export type Credentials = Readonly<Record<(typeof writable)[number], string>>;

/** Keeps what the setup page got from GitHub. A value on several lines would be several variables. */
export function writeEnvironment(dataDirectory: string | undefined, credentials: Credentials): string {
  const directory = dataDirectory || './data';
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  chmodSync(directory, 0o700);
  const lines = writable.map((name) => `${name}="${oneLine(name, credentials[name])}"\n`);
  const file = join(directory, '.env');
  appendFileSync(file, lines.join(''), { mode: 0o600 });
  chmodSync(file, 0o600);
  return file;
}

function oneLine(name: string, value: string): string {
  const line = name === 'PRIVATE_KEY' ? value.trim().replaceAll('\n', '\\n') : value;
  if (/^[\x20\x21\x23-\x7e]+$/.test(line)) return line;
  throw new Error(`GitHub sent a ${name} that is not one line of plain text.`);
}
