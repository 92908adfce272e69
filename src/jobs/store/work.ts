import { type Job, subjectOf } from '../job.js';
import { arrive, type Decision, isUrgent, rankOf, type Slot } from '../rules.js';
import type { Sql } from './sql.js';
import type { TurnTime } from './turns.js';

/** A transaction, and the turns that are called when it is kept. */
export interface Work {
  readonly sql: Sql;
  readonly holder: string;
  readonly call: (installation: number, when?: TurnTime) => void;
}

/** A subject's slot as it is kept. */
export interface TaskRow {
  readonly subject: string;
  readonly installation: number;
  readonly waiting: Job | null;
  readonly running: Job | null;
  readonly attempts: number;
}

export const columns = 'subject, installation::float8 AS installation, waiting, running, attempts';

/**
 * Keeps jobs, by the rules of their slots; then those that follow from them. Always in the same order: two that keep the same
 * jobs would otherwise wait for each other.
 */
export async function enqueue(work: Work, jobs: readonly Job[]): Promise<void> {
  const ordered = [...jobs].sort((one, other) => compare(subjectOf(one), subjectOf(other)));
  const following: Job[] = [];
  for (const job of ordered) following.push(...(await keep(work, job)));
  if (following.length > 0) await enqueue(work, following);
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** Keeps a job; what follows from it. */
async function keep(work: Work, asked: Job): Promise<readonly Job[]> {
  const { sql } = work;
  // It may be made of another one, whose failures are not its own.
  const job = asked.failures === undefined ? asked : { ...asked, failures: 0 };
  const [subject, { installation }] = [subjectOf(job), job];
  // Changing nothing locks the row that is there, and gives it back.
  const [row] = await sql.query<TaskRow>(
    `INSERT INTO postern.task (subject, installation) VALUES ($1, $2)
     ON CONFLICT (subject) DO UPDATE SET subject = excluded.subject RETURNING ${columns}`,
    [subject, installation],
  );
  if (row === undefined) throw new Error('A task that was kept is not there.');
  const decision = arrive(slotOf(row), job);
  if (decision.isRepeated === true) return [];
  await write(sql, subject, decision);
  work.call(installation, { urgent: isUrgent(job) });
  return decision.also === undefined ? [] : [decision.also];
}

export function slotOf({ running, waiting }: TaskRow): Slot {
  return { running: running ?? undefined, waiting: waiting ?? undefined };
}

/** A job that arrives begins anew: what an earlier one failed at or waited for is not its own. */
async function write(sql: Sql, subject: string, { waiting, stoppedBy }: Decision): Promise<void> {
  await sql.query(
    `UPDATE postern.task SET waiting = $2::jsonb, rank = $3, attempts = 0, not_before = now(),
       since = CASE WHEN waiting IS NULL THEN now() ELSE since END, stopped_by = coalesce($4, stopped_by)
     WHERE subject = $1`,
    [subject, waiting === undefined ? null : JSON.stringify(waiting), waiting ? rankOf(waiting) : 0, stoppedBy ?? null],
  );
}
