import type { Job } from '../job.js';
import { giveBack, mayBegin, rankOf } from '../rules.js';
import type { Claim, Held, Later } from './claim.js';
import type { Sql } from './sql.js';
import { columns, enqueue, slotOf, type TaskRow, type Work } from './work.js';

/** Seconds after which a silent process has lost its jobs. */
const longestSilence = 30;

export async function take({ sql, holder, call }: Work, installation: number): Promise<Claim | undefined> {
  const [limit] = await sql.query<{ at: Date }>(
    'SELECT blocked_until AS at FROM postern.installation WHERE id = $1 AND blocked_until > now()',
    [installation],
  );
  if (limit !== undefined) {
    call(installation, { at: limit.at });
    return undefined;
  }
  const [next, following] = await sql.query<TaskRow>(
    `SELECT ${columns} FROM postern.task
     WHERE installation = $1 AND waiting IS NOT NULL AND running IS NULL AND not_before <= now()
     ORDER BY rank, since LIMIT 2 FOR UPDATE SKIP LOCKED`,
    [installation],
  );
  const job = next?.waiting;
  if (!job || !mayBegin(job, await underWay(sql, installation))) return undefined;
  const { subject, attempts } = next;
  await sql.query(
    `UPDATE postern.task SET running = waiting, waiting = NULL, stopped_by = NULL,
       holder = $2, held_until = now() + make_interval(secs => $3) WHERE subject = $1`,
    [subject, holder, longestSilence],
  );
  if (following !== undefined) call(installation);
  return { subject, job, attempts };
}

async function underWay(sql: Sql, installation: number): Promise<readonly Job[]> {
  const rows = await sql.query<{ running: Job }>(
    'SELECT running FROM postern.task WHERE installation = $1 AND running IS NOT NULL',
    [installation],
  );
  return rows.map(({ running }) => running);
}

/** Closes a claim. A process that was silent for too long has lost it: then another one has the last word. */
export async function end(work: Work, { subject, job }: Claim, later?: Later): Promise<void> {
  const { sql, holder, call } = work;
  const [row] = await sql.query<TaskRow>(
    `SELECT ${columns} FROM postern.task WHERE subject = $1 AND holder = $2 AND running IS NOT NULL FOR UPDATE`,
    [subject, holder],
  );
  if (row === undefined) return;
  if (later !== undefined) await putBack(work, { ...row, running: later.job }, later);
  else if (row.waiting === null) await sql.query('DELETE FROM postern.task WHERE subject = $1', [subject]);
  else await release(sql, subject);
  call(job.installation);
}

async function release(sql: Sql, subject: string): Promise<void> {
  await sql.query(
    'UPDATE postern.task SET running = NULL, holder = NULL, held_until = NULL, stopped_by = NULL WHERE subject = $1',
    [subject],
  );
}

/** A running job waits again, until its time if it has one; when a newer one waits already, that one is for now. */
async function putBack(work: Work, row: TaskRow, later?: Later): Promise<void> {
  const { sql, call } = work;
  const { subject, installation } = row;
  const { waiting, also } = giveBack(slotOf(row));
  const own = row.waiting === null ? later : undefined;
  await release(sql, subject);
  await sql.query(
    'UPDATE postern.task SET waiting = $2::jsonb, rank = $3, attempts = $4, not_before = $5 WHERE subject = $1',
    [
      subject,
      JSON.stringify(waiting),
      waiting === undefined ? 0 : rankOf(waiting),
      row.waiting === null ? row.attempts + (own?.counts === true ? 1 : 0) : 0,
      own?.at ?? new Date(0),
    ],
  );
  call(installation, own === undefined ? {} : { at: own.at });
  if (also !== undefined) await enqueue(work, [also]);
}

export async function beat(sql: Sql, holder: string, subjects: readonly string[]): Promise<Held> {
  const rows = await sql.query<{ subject: string; by: string | null }>(
    // Rows that somebody is changing are left for the next time: waiting for them could be waiting for each other.
    `WITH mine AS (
       SELECT subject, stopped_by FROM postern.task
       WHERE holder = $1 AND subject = ANY ($3::text[]) AND running IS NOT NULL
     ), free AS (
       SELECT subject FROM postern.task WHERE subject IN (SELECT subject FROM mine) FOR UPDATE SKIP LOCKED
     ), prolonged AS (
       UPDATE postern.task SET held_until = now() + make_interval(secs => $2)
       WHERE subject IN (SELECT subject FROM free) AND holder = $1
     )
     SELECT subject, stopped_by AS by FROM mine`,
    [holder, longestSilence, subjects],
  );
  return {
    subjects: new Set(rows.map(({ subject }) => subject)),
    stopped: rows.flatMap(({ subject, by }) => (by === null ? [] : [{ subject, by }])),
  };
}

/** Counts as an attempt: the job may be what ended its process, so others of its installation go first. */
export async function recoverOne(work: Work): Promise<boolean> {
  const [lost] = await work.sql.query<TaskRow>(
    `SELECT ${columns} FROM postern.task WHERE running IS NOT NULL AND held_until < now() LIMIT 1 FOR UPDATE SKIP LOCKED`,
  );
  if (lost === undefined) return false;
  await putBack(work, { ...lost, attempts: lost.attempts + 1 });
  await work.sql.query('UPDATE postern.task SET since = now() WHERE subject = $1', [lost.subject]);
  return true;
}

export async function callReady({ sql, call }: Work): Promise<void> {
  const ready = await sql.query<{ installation: number; rank: number }>(
    `SELECT installation::float8 AS installation, min(rank)::float8 AS rank FROM postern.task
     WHERE waiting IS NOT NULL AND running IS NULL AND not_before <= now() GROUP BY installation`,
  );
  for (const { installation, rank } of ready) call(installation, { urgent: rank === 0 });
}
