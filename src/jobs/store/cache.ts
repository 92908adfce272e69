import type { Database } from './sql.js';

/** Answers of others that are worth keeping over a restart, up to a total size; what was not used longest goes first. */
export interface StoredCache {
  readonly get: (kind: string, key: string) => Promise<unknown>;
  readonly set: (kind: string, key: string, value: unknown) => Promise<void>;
  readonly shrink: () => Promise<void>;
}

/** Characters of JSON kept of each kind. */
const mostCharacters = 64_000_000;

export function openCache(database: Database, most = mostCharacters): StoredCache {
  // Upkeep shrinks it every hour; this process alone must not fill the disk meanwhile.
  let written = 0;
  const shrink = async () => {
    written = 0;
    await database.query(shrinkKinds, [most]);
  };
  return {
    get: async (kind, key) => {
      const [row] = await database.query<{ value: unknown }>(
        'UPDATE postern.cache SET used = now() WHERE kind = $1 AND key = $2 RETURNING value',
        [kind, key],
      );
      return row?.value;
    },
    set: async (kind, key, value) => {
      const text = JSON.stringify(value).replaceAll('\\u0000', '\\ufffd');
      if (text.length > most) return;
      await database.query(
        `INSERT INTO postern.cache (kind, key, value, size) VALUES ($1, $2, $3::jsonb, $4)
         ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value, size = excluded.size, used = now()`,
        [kind, key, text, text.length],
      );
      written += text.length;
      if (written > most / 4) await shrink();
    },
    shrink,
  };
}

/** Of each kind the entries that were used last, up to the size. */
const shrinkKinds = `DELETE FROM postern.cache USING (
    SELECT kind, key, sum(size) OVER (PARTITION BY kind ORDER BY used DESC, key) AS total FROM postern.cache
  ) AS ordered
  WHERE cache.kind = ordered.kind AND cache.key = ordered.key AND ordered.total > $1`;
