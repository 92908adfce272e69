import { latestStep } from './migrations.js';
import { openServed } from './served.js';

/** A PostgreSQL server as it stands. */
export interface Inspection {
  readonly version: number;
  /** Of the tables; undefined: there are none. */
  readonly step: number | undefined;
  /** The one that this version of Postern makes. */
  readonly latest: number;
  readonly waiting: number;
  /** Seconds that the oldest job waits. */
  readonly oldest: number;
}

/** Looks at a server without changing it. */
export async function inspectServed(url: string): Promise<Inspection> {
  const database = openServed(url, () => undefined);
  try {
    const [about] = await database.query<{ version: number; isMade: boolean }>(
      `SELECT current_setting('server_version_num')::integer / 10000 AS version,
         to_regclass('postern.version') IS NOT NULL AS "isMade"`,
    );
    const version = about?.version ?? 0;
    if (about?.isMade !== true) return { version, step: undefined, latest: latestStep, waiting: 0, oldest: 0 };
    const [made] = await database.query<{ step: number; waiting: number; oldest: number }>(
      `SELECT (SELECT step FROM postern.version) AS step, count(waiting)::float8 AS waiting,
         coalesce(extract(epoch FROM now() - min(since) FILTER (WHERE waiting IS NOT NULL)), 0)::float8 AS oldest
       FROM postern.task`,
    );
    return { version, latest: latestStep, step: made?.step, waiting: made?.waiting ?? 0, oldest: made?.oldest ?? 0 };
  } finally {
    await database.close();
  }
}
