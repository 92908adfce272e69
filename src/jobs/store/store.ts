import { openCache, type StoredCache } from './cache.js';
import { type Deliveries, openDeliveries } from './deliveries.js';
import { openEmbedded } from './embedded.js';
import { type History, openHistory } from './history.js';
import { type Limits, openLimits } from './limits.js';
import { migrate } from './migrations.js';
import { openServed } from './served.js';
import type { Database } from './sql.js';
import { openTasks, type Tasks } from './tasks.js';
import { openTurns, type Turns } from './turns.js';

/** Where everything is kept that must outlive a process. */
export interface Store {
  readonly tasks: Tasks;
  readonly turns: Turns;
  readonly limits: Limits;
  readonly deliveries: Deliveries;
  readonly history: History;
  readonly cache: StoredCache;
  /** Gives the space of what was deleted back. A PostgreSQL server does that by itself. */
  readonly tidy: () => Promise<void>;
  /** Rejects when the database does not answer. */
  readonly probe: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface StoreOptions {
  /** A PostgreSQL server, which several processes may share. */
  readonly url?: string | undefined;
  /** Where the embedded database has its files; undefined: in memory. */
  readonly directory?: string | undefined;
  /** For how long reviews are remembered. */
  readonly historyDays?: number;
  /** Remember the lines that findings stand on, too. */
  readonly historyQuotes?: boolean;
  /** Milliseconds between two writes of one installation. */
  readonly betweenWrites?: number | undefined;
  /** Trouble in the background: a connection that broke, the queue's own upkeep. */
  readonly onError: (error: Error) => void;
}

const usualHistory = 180;

/** Opens the store and brings its tables up to date. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { url, directory, onError } = options;
  const database = url === undefined ? await openEmbedded(directory) : openServed(url, onError);
  try {
    await migrate(database);
    return await storeOf(database, options);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The store on a database whose tables are up to date. */
export async function storeOf(database: Database, options: StoreOptions): Promise<Store> {
  const { historyDays: days = usualHistory, historyQuotes: quotes = true, betweenWrites, onError } = options;
  const turns = await openTurns(database, onError);
  // Nobody else has an embedded store: whoever held a job in it is dead.
  if (database.kind === 'embedded') await database.query("UPDATE postern.task SET held_until = '-infinity'");
  return {
    turns,
    tasks: openTasks(database, turns),
    limits: openLimits(database, betweenWrites),
    deliveries: openDeliveries(database),
    history: openHistory(database, { days, quotes }),
    cache: openCache(database),
    tidy: async () => {
      if (database.kind === 'embedded') await database.script('VACUUM');
    },
    probe: async () => {
      await database.query('SELECT FROM postern.version');
    },
    close: async () => {
      await turns.close();
      await database.close();
    },
  };
}
