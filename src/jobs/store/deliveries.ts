import type { Database } from './sql.js';

/** Which webhooks were accepted, and which of those that never came were asked for again. */
export interface Deliveries {
  /** Those of these ids that were never accepted, and were not asked for too often. */
  readonly missing: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Remembers that a delivery was asked for again. */
  readonly asked: (id: string) => Promise<void>;
  /** When this store was made: what happened before is not its own. */
  readonly born: () => Promise<Date>;
  readonly forget: () => Promise<void>;
}

/** A delivery that fails again and again is left alone. */
const mostAsked = 5;

/** GitHub keeps deliveries for three days; longer, a replay would be no replay to it either. */
const keptDays = 7;

export function openDeliveries(database: Database): Deliveries {
  return {
    missing: async (ids) => {
      const rows = await database.query<{ id: string }>(
        `SELECT wanted.id FROM unnest($1::text[]) AS wanted (id)
         LEFT JOIN postern.delivery AS known ON known.id = wanted.id
         WHERE known.id IS NULL OR (NOT known.arrived AND known.asked < $2)`,
        [ids, mostAsked],
      );
      return new Set(rows.map(({ id }) => id));
    },
    asked: async (id) => {
      await database.query(
        `INSERT INTO postern.delivery AS known (id, arrived, asked) VALUES ($1, false, 1)
         ON CONFLICT (id) DO UPDATE SET asked = known.asked + 1`,
        [id],
      );
    },
    born: async () => {
      const [row] = await database.query<{ at: Date }>("SELECT at FROM postern.mark WHERE name = 'born'");
      return row?.at ?? new Date(0);
    },
    forget: async () => {
      await database.query('DELETE FROM postern.delivery WHERE received < now() - make_interval(days => $1)', [
        keptDays,
      ]);
    },
  };
}
