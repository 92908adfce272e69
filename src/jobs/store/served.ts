import pg from 'pg';
import type { Database, Sql } from './sql.js';

const mostConnections = 10;
/** Milliseconds until a connection or a statement counts as failed. */
const patience = { connection: 5000, statement: 30_000 };

/** A PostgreSQL server, by `DATABASE_URL`. Connections that break are made anew; `onError` hears of them. */
export function openServed(url: string, onError: (error: Error) => void): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: mostConnections,
    connectionTimeoutMillis: patience.connection,
    statement_timeout: patience.statement,
    query_timeout: patience.statement,
    idle_in_transaction_session_timeout: patience.statement,
    application_name: 'postern',
    keepAlive: true,
  });
  pool.on('error', onError);
  return {
    kind: 'served',
    ...sqlOf(pool),
    script: (text) => withConnection(pool, (connection) => sqlOf(connection).script(text)),
    transaction: (work) =>
      withConnection(pool, async (connection) => {
        await connection.query('BEGIN');
        const result = await work(sqlOf(connection));
        await connection.query('COMMIT');
        return result;
      }),
    close: () => pool.end(),
  };
}

/**
 * A connection that failed is not used again: it may stand in the middle of a transaction. One that breaks between two
 * statements tells so by an event, which ends the process unless somebody listens; the next statement then fails.
 */
async function withConnection<T>(pool: pg.Pool, work: (connection: pg.PoolClient) => Promise<T>): Promise<T> {
  const connection = await pool.connect();
  const heard = () => undefined;
  connection.on('error', heard);
  let isWhole = false;
  try {
    const result = await work(connection);
    isWhole = true;
    return result;
  } finally {
    connection.off('error', heard);
    connection.release(!isWhole);
  }
}

function sqlOf(connection: pg.Pool | pg.PoolClient): Sql {
  return {
    query: async (text, values = []) => {
      const { rows } = await connection.query(text, [...values]);
      return rows;
    },
    script: async (text) => {
      await connection.query(text);
    },
  };
}
