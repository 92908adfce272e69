import pg from 'pg';

/** A PostgreSQL server for tests; `.ci/run` starts one. */
export const testServer = process.env.TEST_DATABASE_URL;

let made = 0;

/** An empty database on the test server. */
export async function freshServed(): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  if (testServer === undefined) throw new Error('TEST_DATABASE_URL is not set.');
  made += 1;
  const name = `postern_test_${process.pid}_${Date.now()}_${made}`;
  const client = new pg.Client({ connectionString: testServer });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  return {
    url: Object.assign(new URL(testServer), { pathname: `/${name}` }).href,
    drop: async () => {
      await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await client.end();
    },
  };
}
