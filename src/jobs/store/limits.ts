import type { Database } from './sql.js';

/** What GitHub asks of an installation, for all processes that work for it. */
export interface Limits {
  /** Milliseconds until this write may begin. Each takes a place of its own. */
  readonly reserveWrite: (installation: number) => Promise<number>;
  /** No calls before `until`. */
  readonly block: (installation: number, until: Date, because: string) => Promise<void>;
}

/** GitHub asks for a second between writes: https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api */
const usualPause = 1000;

export function openLimits(database: Database, betweenWrites = usualPause): Limits {
  return {
    reserveWrite: async (installation) => {
      const [row] = await database.query<{ milliseconds: number }>(
        `INSERT INTO postern.installation AS known (id, next_write)
         VALUES ($1, clock_timestamp() + make_interval(secs => $2))
         ON CONFLICT (id) DO UPDATE SET
           next_write = greatest(known.next_write, clock_timestamp()) + make_interval(secs => $2)
         RETURNING (extract(epoch FROM next_write - clock_timestamp()) * 1000)::float8 AS milliseconds`,
        [installation, betweenWrites / 1000],
      );
      return Math.max(0, (row?.milliseconds ?? 0) - betweenWrites);
    },
    block: async (installation, until, because) => {
      await database.query(
        `INSERT INTO postern.installation AS known (id, blocked_until, blocked_because) VALUES ($1, $2, $3)
         ON CONFLICT (id) DO UPDATE SET blocked_until = greatest(known.blocked_until, excluded.blocked_until),
           blocked_because = excluded.blocked_because`,
        [installation, until, because],
      );
    },
  };
}
