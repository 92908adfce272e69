import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEmbedded } from '../../src/jobs/store/embedded.js';
import { migrate } from '../../src/jobs/store/migrations.js';
import type { Database } from '../../src/jobs/store/sql.js';
import { type Store, type StoreOptions, storeOf } from '../../src/jobs/store/store.js';

/** A directory with a store as it is made at the first start: `prepare.mjs` makes it. */
const template = process.env.POSTERN_TEST_STORE;

/** A data directory of its own, with an empty store. */
export function freshDirectory(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'postern-'));
  if (template !== undefined) cpSync(template, directory, { recursive: true });
  return directory;
}

export interface TestDatabase {
  readonly database: Database;
  /** A store on it that is empty again. */
  readonly emptyStore: (options?: Partial<StoreOptions>) => Promise<Store>;
  readonly close: () => Promise<void>;
}

/** An embedded database for a file of tests. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const directory = freshDirectory();
  return testDatabaseOn(await openEmbedded(directory), () => rmSync(directory, { recursive: true, force: true }));
}

export async function testDatabaseOn(database: Database, forget: () => void): Promise<TestDatabase> {
  await migrate(database);
  return {
    database,
    emptyStore: async (options = {}) => {
      const store = await storeOf(database, { onError: (error) => console.error(error), ...options });
      await database.script(
        'TRUNCATE postern.task, postern.delivery, postern.installation, postern.review, postern.finding, postern.cache; TRUNCATE postern_queue.job',
      );
      return { ...store, close: () => store.turns.close() };
    },
    close: async () => {
      await database.close();
      forget();
    },
  };
}

/** An empty embedded store; its files go with it. */
export async function openTestStore(options: Partial<StoreOptions> = {}): Promise<Store> {
  const { emptyStore, close } = await openTestDatabase();
  const store = await emptyStore(options);
  return {
    ...store,
    close: async () => {
      await store.close();
      await close();
    },
  };
}
