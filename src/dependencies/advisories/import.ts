import { copyFile, mkdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readSnapshot } from './directory.js';

/** What an import brought in. */
export interface Import {
  readonly records: number;
  readonly unread: readonly string[];
  readonly asOf: string | undefined;
  /** Where it is now; the value for `--advisories` and `ADVISORIES`. */
  readonly directory: string;
}

/** Takes an archive or file of OSV records into a directory, for networks without a way out. Throws if it holds no record. */
export async function importAdvisories(from: string, directory: string): Promise<Import> {
  if ((await stat(from)).isDirectory()) throw new Error('A directory needs no import: name it in --advisories.');
  const { advisories, unread, asOf } = await readSnapshot(from);
  if (advisories.length === 0) throw new Error(`${from} holds no OSV records.`);
  await mkdir(directory, { recursive: true });
  await copyFile(from, join(directory, basename(from)));
  return { records: advisories.length, unread, asOf, directory };
}
