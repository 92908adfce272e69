import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { holdDirectory } from './lock.js';
import type { Database, Sql } from './sql.js';

/**
 * A small server's settings: PostgreSQL keeps 128 MB of buffers by default, which the process would hold although the
 * store is a few megabytes.
 */
const settings = {
  shared_buffers: '8MB',
  wal_buffers: '256kB',
  min_wal_size: '32MB',
  max_wal_size: '64MB',
  max_connections: '10',
};

const startParams = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
];

/**
 * PostgreSQL inside this process, with its files in `directory`; undefined: in memory, for as long as the process
 * lives. Rejects when another process has the directory.
 */
export async function openEmbedded(directory: string | undefined, make = makeFiles): Promise<Database> {
  if (directory === undefined) return databaseOf(await PGlite.create({ startParams }), async () => undefined);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  chmodSync(directory, 0o700);
  const release = await holdDirectory(directory);
  if (release === undefined) {
    throw new Error(
      'another process uses this directory, and the embedded store belongs to one. Stop the other one, or set DATABASE_URL to share a PostgreSQL server',
    );
  }
  const files = join(directory, 'store');
  await initialise(files, make);
  return databaseOf(await PGlite.create({ dataDir: files, startParams }), release);
}

/** Made beside its place: who makes it may be killed in the middle. */
async function initialise(files: string, make: typeof makeFiles): Promise<void> {
  if (existsSync(join(files, 'PG_VERSION'))) return;
  const beside = `${files}.new`;
  rmSync(beside, { recursive: true, force: true });
  await make(resolve(beside));
  renameSync(beside, files);
}

/** By a process of its own: it takes 800 MB for a moment. */
async function makeFiles(directory: string): Promise<void> {
  const library = pathToFileURL(createRequire(import.meta.url).resolve('@electric-sql/pglite'));
  const program = `import library from ${JSON.stringify(library.href)};
    process.umask(0o077);
    await (await library.PGlite.create(${JSON.stringify(directory)})).close();`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], { env: {} });
}

function databaseOf(database: PGlite, release: () => Promise<void>): Database {
  return {
    kind: 'embedded',
    query: async (text, values = []) => (await database.query<never>(text, [...values])).rows,
    script: (text) => script(database, text),
    transaction: (work) => database.transaction((inside) => work(sqlOf(inside))),
    close: async () => {
      await database.close();
      await release();
    },
  };
}

/** A script that fails may have begun a transaction: that ends with it. */
async function script(database: PGlite, text: string): Promise<void> {
  try {
    await database.exec(text);
  } catch (error) {
    await database.exec('ROLLBACK');
    throw error;
  }
}

type Transaction = Parameters<Parameters<PGlite['transaction']>[0]>[0];

function sqlOf(inside: Transaction): Sql {
  return {
    query: async (text, values = []) => (await inside.query<never>(text, [...values])).rows,
    script: async (text) => {
      await inside.exec(text);
    },
  };
}
