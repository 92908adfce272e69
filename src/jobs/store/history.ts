import type { Database } from './sql.js';
import { type ReviewRecord, rowsOf } from './told.js';

/** What was said about which head. `docs/operate/history.md` tells the views that people may ask. */
export interface History {
  readonly record: (reviewed: ReviewRecord) => Promise<void>;
  /** Those of these heads of a repository that have no concluded review. */
  readonly unreviewed: (repository: string, heads: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly forget: () => Promise<void>;
}

export interface HistoryOptions {
  /** For how long reviews are kept. */
  readonly days: number;
  /** Keep the lines that findings stand on. */
  readonly quotes: boolean;
}

export function openHistory(database: Database, { days, quotes }: HistoryOptions): History {
  return {
    record: async (reviewed) => {
      const { job, conclusion, calls, milliseconds } = reviewed;
      const number = job.kind === 'pull' ? job.number : null;
      const repository = `${job.owner}/${job.repo}`;
      const told = printable(rowsOf(reviewed, quotes));
      const values = [job.installation, repository, number, job.head, conclusion, calls, milliseconds, told];
      await database.query(recordReview, values);
    },
    unreviewed: async (repository, heads) => {
      const rows = await database.query<{ head: string }>(
        `SELECT wanted.head FROM unnest($2::text[]) AS wanted (head)
         WHERE NOT EXISTS (SELECT FROM postern.review WHERE repository = $1 AND head = wanted.head)`,
        [repository, heads],
      );
      return new Set(rows.map(({ head }) => head));
    },
    forget: async () => {
      await database.query('DELETE FROM postern.review WHERE at < now() - make_interval(days => $1)', [days]);
    },
  };
}

const columns = `policy, threat, severity, status, framework, stack, path, line, resource, fingerprint, quote, suppressed,
  suppressed_in, suppressed_until`;

/** One statement: the review and its findings, or nothing. */
const recordReview = `WITH review AS (
    INSERT INTO postern.review (installation, repository, number, head, conclusion, calls, milliseconds)
    VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
  )
  INSERT INTO postern.finding (review, ${columns})
  SELECT review.id, ${columns}
  FROM review, jsonb_to_recordset($8::jsonb) AS told (policy text, threat text, severity text, status text,
    framework text, stack text, path text, line integer, resource text, fingerprint text, quote text, suppressed text,
    suppressed_in text, suppressed_until date)`;

/** PostgreSQL's text holds no NUL, which a path or a name of reviewed content may. */
function printable(told: unknown): string {
  return JSON.stringify(told).replaceAll('\\u0000', '\\ufffd');
}
