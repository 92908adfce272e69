import type { Database } from './sql.js';

/**
 * The store's tables, step by step. A step that was released is never changed: the next one changes what it made.
 * Times are the database's own, so that the clocks of several hosts do not matter.
 */
const steps: readonly string[] = [
  `CREATE TABLE postern.delivery (
     id text PRIMARY KEY,
     received timestamptz NOT NULL DEFAULT now(),
     asked smallint NOT NULL DEFAULT 0,
     arrived boolean NOT NULL DEFAULT true
   );
   CREATE INDEX delivery_received ON postern.delivery (received);
   CREATE TABLE postern.task (
     subject text PRIMARY KEY,
     installation bigint NOT NULL,
     rank smallint NOT NULL DEFAULT 0,
     waiting jsonb,
     since timestamptz NOT NULL DEFAULT now(),
     not_before timestamptz NOT NULL DEFAULT now(),
     attempts smallint NOT NULL DEFAULT 0,
     running jsonb,
     holder uuid,
     held_until timestamptz,
     stopped_by text
   );
   CREATE INDEX task_installation ON postern.task (installation, rank, since);
   CREATE INDEX task_held ON postern.task (held_until) WHERE running IS NOT NULL;
   CREATE TABLE postern.installation (
     id bigint PRIMARY KEY,
     blocked_until timestamptz NOT NULL DEFAULT '-infinity',
     blocked_because text,
     next_write timestamptz NOT NULL DEFAULT '-infinity',
     swept_page integer NOT NULL DEFAULT 1
   );
   CREATE TABLE postern.mark (name text PRIMARY KEY, at timestamptz NOT NULL DEFAULT now());
   INSERT INTO postern.mark (name) VALUES ('born');`,
  `CREATE TABLE postern.review (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     installation bigint NOT NULL,
     repository text NOT NULL,
     number integer,
     head text NOT NULL,
     conclusion text NOT NULL,
     calls integer NOT NULL,
     milliseconds integer NOT NULL,
     at timestamptz NOT NULL DEFAULT now()
   );
   CREATE INDEX review_head ON postern.review (repository, head);
   CREATE INDEX review_at ON postern.review (at);
   CREATE TABLE postern.finding (
     review bigint NOT NULL REFERENCES postern.review ON DELETE CASCADE,
     policy text NOT NULL,
     severity text NOT NULL,
     status text NOT NULL,
     path text NOT NULL,
     line integer NOT NULL,
     resource text NOT NULL,
     fingerprint text NOT NULL,
     suppressed text
   );
   CREATE INDEX finding_review ON postern.finding (review);
   CREATE INDEX finding_policy ON postern.finding (policy);
   CREATE TABLE postern.cache (
     kind text NOT NULL,
     key text NOT NULL,
     value jsonb NOT NULL,
     size integer NOT NULL,
     used timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (kind, key)
   );
   CREATE INDEX cache_used ON postern.cache (kind, used);`,
  `ALTER TABLE postern.finding
     ADD COLUMN threat text, ADD COLUMN framework text, ADD COLUMN stack text,
     ADD COLUMN quote text, ADD COLUMN suppressed_in text, ADD COLUMN suppressed_until date;
   CREATE VIEW postern.latest_review AS
     SELECT DISTINCT ON (repository, number) * FROM postern.review
     WHERE conclusion <> 'kept' ORDER BY repository, number, at DESC, id DESC;
   CREATE VIEW postern.latest_finding AS
     SELECT DISTINCT ON (latest.repository, finding.fingerprint) finding.*, latest.installation, latest.repository,
       latest.number, latest.head, latest.at
     FROM postern.latest_review AS latest JOIN postern.finding ON finding.review = latest.id
     ORDER BY latest.repository, finding.fingerprint, latest.at DESC, latest.id DESC;
   CREATE VIEW postern.open_finding AS
     SELECT * FROM postern.latest_finding WHERE status <> 'fixed' AND suppressed IS NULL;
   CREATE VIEW postern.decision AS
     SELECT repository, number, head, at, policy, severity, resource, path, line, suppressed AS reason,
       suppressed_in AS written_in, suppressed_until AS until
     FROM postern.latest_finding WHERE status <> 'fixed' AND suppressed IS NOT NULL;`,
];

/** What the tables are when this version has brought them up to date. */
export const latestStep = steps.length;

/** The number of an advisory lock that nobody else takes: `postern` in letters. */
const lock = 0x706f7374;

/**
 * Brings the tables up to date, or only to an earlier step. Of processes that start at the same time one does it, and the
 * others wait.
 */
export async function migrate(database: Database, until = latestStep): Promise<void> {
  await database.transaction(async (sql) => {
    await sql.query('SELECT pg_advisory_xact_lock($1)', [lock]);
    await sql.script(
      'CREATE SCHEMA IF NOT EXISTS postern; CREATE TABLE IF NOT EXISTS postern.version (step integer NOT NULL)',
    );
    const [row] = await sql.query<{ step: number }>('SELECT step FROM postern.version');
    const done = row?.step ?? 0;
    if (done > steps.length) {
      throw new Error(
        `the store was made by a newer version of Postern (step ${done}, this one knows ${steps.length})`,
      );
    }
    for (const step of steps.slice(done, until)) await sql.script(step);
    await sql.script(`DELETE FROM postern.version; INSERT INTO postern.version VALUES (${Math.max(done, until)})`);
  });
}
