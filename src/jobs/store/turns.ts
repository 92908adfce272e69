import PgBoss from 'pg-boss';
import type { Database } from './sql.js';

/**
 * Who is next. A turn says that an installation may begin one job; installations stand in line with one turn each, so
 * that a thousand jobs of one do not stand before the single one of another. pg-boss keeps the line.
 */
export interface Turns {
  /** Puts an installation in line, once. After what it has to do was kept: a turn that finds nothing is over. */
  readonly call: (installation: number, when?: TurnTime) => Promise<void>;
  readonly next: () => Promise<number | undefined>;
  /** Asks for upkeep of this name; of all processes one gets it, at most once in `seconds`. */
  readonly callUpkeep: (name: string, seconds: number) => Promise<void>;
  readonly nextUpkeep: () => Promise<string | undefined>;
  readonly close: () => Promise<void>;
}

/** As it is kept. */
interface Turn {
  readonly installation: number;
  /** Of equals one stands in line. */
  readonly key: string;
}

export interface TurnTime {
  /** Before all that are not. */
  readonly urgent?: boolean;
  /** Not before this time. */
  readonly at?: Date;
}

const names = { turns: 'turns', upkeep: 'upkeep' } as const;

/** Seconds after which a turn or an upkeep that a killed process had taken is given to another one. */
const expiry = { turns: 30, upkeep: 300 } as const;

export async function openTurns(database: Database, onError: (error: Error) => void): Promise<Turns> {
  const boss = await startBoss(database, onError);
  // The only process knows who stands in line already, and asks for nothing twice.
  const standing = new Set<string>();
  const isAlone = database.kind === 'embedded';
  return {
    call: async (installation, { urgent = false, at } = {}) => {
      // A turn that has to wait does not stand for what comes meanwhile.
      const singletonKey = `${installation}${urgent ? ' urgent' : ''}${at === undefined ? '' : ` ${secondOf(at)}`}`;
      if (standing.has(singletonKey)) return;
      const options = { singletonKey, priority: urgent ? 1 : 0, ...(at !== undefined && { startAfter: at }) };
      await boss.send(names.turns, { installation, key: singletonKey }, options);
      if (isAlone) standing.add(singletonKey);
    },
    next: async () => {
      const [turn] = await boss.fetch<Turn>(names.turns, { batchSize: 1 });
      if (turn === undefined) {
        standing.clear();
        return undefined;
      }
      standing.delete(turn.data.key);
      await boss.deleteJob(names.turns, turn.id);
      return turn.data.installation;
    },
    callUpkeep: async (name, seconds) => {
      await boss.send(names.upkeep, { name }, { singletonKey: name, singletonSeconds: seconds });
    },
    nextUpkeep: async () => {
      const [upkeep] = await boss.fetch<{ name: string }>(names.upkeep, { batchSize: 1 });
      if (upkeep === undefined) return undefined;
      await boss.complete(names.upkeep, upkeep.id);
      return upkeep.data.name;
    },
    close: () => boss.stop({ graceful: false, close: false }),
  };
}

/** Seconds between two runs of an upkeep, at most: pg-boss remembers for so long that it was done. */
const longestInterval = 86_400;

async function startBoss(database: Database, onError: (error: Error) => void): Promise<PgBoss> {
  const boss = new PgBoss({
    db: bossDatabase(database),
    schema: 'postern_queue',
    schedule: false,
    maintenanceIntervalSeconds: 15,
    archiveCompletedAfterSeconds: longestInterval,
    deleteAfterMinutes: 1,
  });
  boss.on('error', onError);
  await boss.start();
  const lasting = { retryLimit: 100, retentionMinutes: 60 * 24 * 14 };
  await boss.createQueue(names.turns, {
    name: names.turns,
    policy: 'short',
    expireInSeconds: expiry.turns,
    ...lasting,
  });
  await boss.createQueue(names.upkeep, { name: names.upkeep, expireInSeconds: expiry.upkeep, ...lasting });
  return boss;
}

function secondOf(at: Date): number {
  return Math.ceil(at.getTime() / 1000);
}

/** pg-boss works through our connections. */
function bossDatabase(sql: Database): PgBoss.Db {
  return {
    executeSql: async (text: string, values: unknown[] = []) => {
      if (values.length > 0 || !text.includes(';')) return { rows: [...(await sql.query(text, values))] };
      await sql.script(text);
      return { rows: [] };
    },
  };
}
