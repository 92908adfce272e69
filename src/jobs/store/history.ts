import type { Placed } from '../../findings/finding.js';
import type { ReviewJob } from '../job.js';
import type { Database } from './sql.js';

/** What was said about which head. */
export interface History {
  readonly record: (reviewed: ReviewRecord) => Promise<void>;
  /** Those of these heads of a repository that have no concluded review. */
  readonly unreviewed: (repository: string, heads: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Repositories whose latest review of a pull request still tells this policy's problem. */
  readonly open: (policy: string) => Promise<readonly string[]>;
  readonly forget: () => Promise<void>;
}

export interface ReviewRecord {
  readonly job: ReviewJob;
  readonly conclusion: string;
  readonly findings: readonly Placed[];
  /** Calls to GitHub. */
  readonly calls: number;
  readonly milliseconds: number;
}

/** Reviews are kept for `days`. No source is kept: a finding is its policy, its place and its fingerprint. */
export function openHistory(database: Database, days: number): History {
  return {
    record: async (reviewed) => {
      await database.query(recordReview, valuesOf(reviewed));
    },
    unreviewed: async (repository, heads) => {
      const rows = await database.query<{ head: string }>(
        `SELECT wanted.head FROM unnest($2::text[]) AS wanted (head)
         WHERE NOT EXISTS (SELECT FROM postern.review WHERE repository = $1 AND head = wanted.head)`,
        [repository, heads],
      );
      return new Set(rows.map(({ head }) => head));
    },
    open: async (policy) => {
      const rows = await database.query<{ repository: string }>(
        `SELECT DISTINCT latest.repository FROM (
           SELECT DISTINCT ON (repository, number) id, repository FROM postern.review
           WHERE conclusion <> 'kept' ORDER BY repository, number, at DESC
         ) AS latest JOIN postern.finding ON finding.review = latest.id
         WHERE policy = $1 AND status <> 'fixed' AND suppressed IS NULL ORDER BY repository`,
        [policy],
      );
      return rows.map(({ repository }) => repository);
    },
    forget: async () => {
      await database.query('DELETE FROM postern.review WHERE at < now() - make_interval(days => $1)', [days]);
    },
  };
}

/** One statement: the review and its findings, or nothing. */
const recordReview = `WITH review AS (
    INSERT INTO postern.review (installation, repository, number, head, conclusion, calls, milliseconds)
    VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id
  )
  INSERT INTO postern.finding (review, policy, severity, status, path, line, resource, fingerprint, suppressed)
  SELECT review.id, told.policy, told.severity, told.status, told.path, told.line, told.resource, told.fingerprint,
    told.suppressed
  FROM review, jsonb_to_recordset($8::jsonb) AS told (policy text, severity text, status text, path text, line integer,
    resource text, fingerprint text, suppressed text)`;

function valuesOf({ job, conclusion, findings, calls, milliseconds }: ReviewRecord): readonly unknown[] {
  const told = findings.map(({ policy, severity, status, at, start, resource, fingerprint, suppressed }) => ({
    policy,
    severity,
    status,
    path: at.path,
    line: start.line,
    resource,
    fingerprint,
    suppressed: suppressed?.reason ?? null,
  }));
  const number = job.kind === 'pull' ? job.number : null;
  const repository = `${job.owner}/${job.repo}`;
  return [job.installation, repository, number, job.head, conclusion, calls, milliseconds, printable(told)];
}

/** PostgreSQL's text holds no NUL, which a path or a name of reviewed content may. */
function printable(told: unknown): string {
  return JSON.stringify(told).replaceAll('\\u0000', '\\ufffd');
}
