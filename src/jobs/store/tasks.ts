import { randomUUID } from 'node:crypto';
import type { Job } from '../job.js';
import type { Claim, Held, Later } from './claim.js';
import { beat, callReady, end, recoverOne, take } from './claims.js';
import type { Database, Sql } from './sql.js';
import type { Turns, TurnTime } from './turns.js';
import { enqueue, type Work } from './work.js';

/** The accepted jobs that are not done, in the store. */
export interface Tasks {
  /** Keeps what a delivery asks for; false if that delivery was accepted before. */
  readonly accept: (delivery: string, jobs: readonly Job[]) => Promise<boolean>;
  readonly enqueue: (jobs: readonly Job[]) => Promise<void>;
  /** What an installation begins in its turn; undefined: nothing, now. */
  readonly take: (installation: number) => Promise<Claim | undefined>;
  readonly done: (claim: Claim) => Promise<void>;
  readonly postpone: (claim: Claim, later: Later) => Promise<void>;
  /** Says that this process lives and does these jobs. */
  readonly beat: (subjects: readonly string[]) => Promise<Held>;
  /** Jobs of processes that are silent wait again, and every installation with something to do stands in line. */
  readonly recover: () => Promise<number>;
  readonly backlog: () => Promise<Backlog>;
  /** Jobs that could begin now. */
  readonly ready: () => Promise<number>;
}

export interface Backlog {
  readonly waiting: number;
  readonly running: number;
  /** Seconds that the oldest one waits. */
  readonly oldest: number;
}

export function openTasks(database: Database, turns: Turns): Tasks {
  const holder = randomUUID();
  const within = async <T>(work: (inside: Work) => Promise<T>): Promise<T> => {
    const calls: (readonly [number, TurnTime])[] = [];
    const call = (installation: number, when: TurnTime = {}) => void calls.push([installation, when]);
    const result = await database.transaction((sql) => work({ sql, holder, call }));
    for (const [installation, when] of calls) await turns.call(installation, when);
    return result;
  };
  return {
    accept: (delivery, jobs) =>
      // Most deliveries ask for nothing: one statement keeps them.
      jobs.length === 0
        ? isNew(database, delivery)
        : within(async (work) => {
            const isAccepted = await isNew(work.sql, delivery);
            if (isAccepted) await enqueue(work, jobs);
            return isAccepted;
          }),
    enqueue: (jobs) => within((work) => enqueue(work, jobs)),
    take: (installation) => within((work) => take(work, installation)),
    done: (claim) => within((work) => end(work, claim)),
    postpone: (claim, later) => within((work) => end(work, claim, later)),
    beat: (subjects) => beat(database, holder, subjects),
    recover: async () => {
      let found = 0;
      while (await within(recoverOne)) found += 1;
      await within(callReady);
      return found;
    },
    backlog: () => backlog(database),
    ready: () => countReady(database),
  };
}

async function backlog(sql: Sql): Promise<Backlog> {
  const [row] = await sql.query<Backlog>(
    `SELECT count(waiting)::float8 AS waiting, count(running)::float8 AS running,
       coalesce(extract(epoch FROM now() - min(since) FILTER (WHERE waiting IS NOT NULL)), 0)::float8 AS oldest
     FROM postern.task`,
  );
  return row ?? { waiting: 0, running: 0, oldest: 0 };
}

async function countReady(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ ready: number }>(
    `SELECT count(*)::float8 AS ready FROM postern.task LEFT JOIN postern.installation AS limits
       ON limits.id = task.installation
     WHERE waiting IS NOT NULL AND running IS NULL AND not_before <= now()
       AND coalesce(blocked_until, '-infinity') <= now()`,
  );
  return row?.ready ?? 0;
}

/** A delivery that was asked for again is new when it comes. */
async function isNew(sql: Sql, delivery: string): Promise<boolean> {
  const rows = await sql.query(
    `INSERT INTO postern.delivery (id) VALUES ($1)
     ON CONFLICT (id) DO UPDATE SET arrived = true, received = now() WHERE NOT postern.delivery.arrived RETURNING id`,
    [delivery],
  );
  return rows.length > 0;
}
