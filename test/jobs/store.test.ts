import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { layWire } from '../../sandbox/bars/cut-wire.js';
import type { PullJob } from '../../src/jobs/job.js';
import { openCache } from '../../src/jobs/store/cache.js';
import { openEmbedded } from '../../src/jobs/store/embedded.js';
import { latestStep, migrate } from '../../src/jobs/store/migrations.js';
import { openServed } from '../../src/jobs/store/served.js';
import { openStore, type Store } from '../../src/jobs/store/store.js';
import { freshServed, testServer } from '../support/served.js';
import { freshDirectory, openTestDatabase, type TestDatabase, testDatabaseOn } from '../support/store.js';

const onError = () => undefined;
const source = { installation: 1, owner: 'acme', repo: 'app', url: 'https://github.com/acme/app', delivery: 'd' };
const pull = (head: string, number = 1): PullJob => ({
  ...source,
  kind: 'pull',
  number,
  head,
  base: 'b',
  baseRef: 'main',
  reason: 'pushed',
});

if (testServer === undefined)
  console.warn('TEST_DATABASE_URL is not set: the tests on a PostgreSQL server are skipped.');

async function served(): Promise<TestDatabase> {
  const { url, drop } = await freshServed();
  const database = await testDatabaseOn(openServed(url, onError), onError);
  return {
    ...database,
    close: async () => {
      await database.close();
      await drop();
    },
  };
}

const kinds = [
  ['embedded', openTestDatabase] as const,
  ...(testServer === undefined ? [] : [['served', served] as const]),
];

describe.each(kinds)('a store that is %s', (_, open) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await open();
    store = await database.emptyStore();
  });
  afterAll(async () => {
    await store.close();
    await database.close();
  });

  test('writes of an installation take places a second apart; other installations do not wait', async () => {
    const waits = [];
    for (let write = 0; write < 3; write += 1) waits.push(await store.limits.reserveWrite(1));
    waits.push(await store.limits.reserveWrite(2));
    expect(waits.map((wait) => Math.ceil(wait / 1000))).toEqual([0, 1, 2, 0]);
  });

  test('a block is never shortened', async () => {
    const [near, far] = [60_000, 120_000].map((wait) => new Date(Date.now() + wait));
    await store.limits.block(3, far ?? new Date(), 'limit');
    await store.limits.block(3, near ?? new Date(), 'limit');
    const [row] = await database.database.query<{ until: Date }>(
      'SELECT blocked_until AS until FROM postern.installation WHERE id = 3',
    );
    expect(row?.until.getTime()).toBe(far?.getTime());
  });

  test('of two who take at the same time one gets the job', async () => {
    await store.tasks.enqueue([pull('a')]);
    const claims = await Promise.all([store.tasks.take(1), store.tasks.take(1)]);
    expect(claims.flatMap((claim) => claim?.job ?? [])).toEqual([pull('a')]);
  });

  test('nobody waits for another who waits for them, whatever comes at the same time', async () => {
    const numbers = Array.from({ length: 60 }, (_, index) => 100 + index);
    const heads = numbers.map((number) => ({ ...pull('a', number), installation: number }));
    await store.tasks.enqueue(heads);
    const claims = await Promise.all(numbers.map((number) => store.tasks.take(number)));
    const subjects = claims.flatMap((claim) => claim?.subject ?? []);
    expect(subjects).toHaveLength(60);
    const reversed = [...subjects].reverse();
    for (let round = 0; round < 5; round += 1) {
      const next = heads.map((job) => ({ ...job, head: `b${round}` }));
      const all = await Promise.all([
        ...numbers.map((_, index) => store.tasks.beat(index % 2 === 0 ? subjects : reversed)),
        store.tasks.enqueue(next),
        store.tasks.enqueue([...next].reverse()),
        ...next.map((job) => store.tasks.accept(`${job.number}-${round}`, [job])),
      ]);
      const held = all.flatMap((one) => (typeof one === 'object' ? [one.subjects.size] : []));
      expect(new Set(held)).toEqual(new Set([60]));
    }
    const { stopped } = await store.tasks.beat(subjects);
    expect(new Set(stopped.map(({ by }) => by))).toEqual(new Set(['b4']));
    for (const claim of claims) if (claim !== undefined) await store.tasks.done(claim);
  });

  test('what was cached is there until it is too much', async () => {
    await store.cache.set('advisory', 'x', { id: 'x' });
    expect(await store.cache.get('advisory', 'x')).toEqual({ id: 'x' });
    await store.cache.shrink();
    expect(await store.cache.get('advisory', 'x')).toEqual({ id: 'x' });
    expect(await store.cache.get('advisory', 'y')).toBeUndefined();
  });

  test('a cache keeps what was used last, up to its size, without being told to', async () => {
    const cache = openCache(database.database, 1000);
    for (let number = 0; number < 50; number += 1) {
      await cache.set('bounded', `${number}`, 'x'.repeat(98));
      if (number > 0) await cache.get('bounded', '0');
    }
    const rows = await database.database.query<{ key: string }>("SELECT key FROM postern.cache WHERE kind = 'bounded'");
    const keys = rows.map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(['0', '49']));
    expect(keys.length).toBeLessThanOrEqual(13);
  });

  test('tables are brought up to date once, also by many at the same time', async () => {
    await Promise.all([migrate(database.database), migrate(database.database)]);
    expect(await database.database.query('SELECT count(*)::float8 AS rows FROM postern.version')).toEqual([
      { rows: 1 },
    ]);
  });

  test.each(Array.from({ length: latestStep - 1 }, (_, step) => step + 1))(
    'a store of step %i is brought up to date with what it holds',
    async (step) => {
      const older = await open();
      const { database: tables } = older;
      await tables.script('DROP SCHEMA postern CASCADE');
      await migrate(tables, step);
      await tables.script(
        `INSERT INTO postern.delivery (id) VALUES ('old'); INSERT INTO postern.installation (id) VALUES (7);
         INSERT INTO postern.task (subject, installation, waiting) VALUES ('acme/app#1', 7, '{"kind":"pull"}')`,
      );
      const hasHistory = step > 1;
      if (hasHistory) {
        await tables.script(
          `INSERT INTO postern.review (installation, repository, number, head, conclusion, calls, milliseconds)
             VALUES (7, 'acme/app', 1, 'abc', 'failure', 9, 100);
           INSERT INTO postern.finding (review, policy, severity, status, path, line, resource, fingerprint)
             SELECT id, 'open-door', 'high', 'new', 'template.yaml', 3, 'Hello', 'f' FROM postern.review`,
        );
      }
      await migrate(tables);
      expect(await tables.query('SELECT step FROM postern.version')).toEqual([{ step: latestStep }]);
      expect(await tables.query('SELECT subject, waiting FROM postern.task')).toEqual([
        { subject: 'acme/app#1', waiting: { kind: 'pull' } },
      ]);
      const opened = hasHistory ? [{ repository: 'acme/app', policy: 'open-door', quote: null }] : [];
      expect(await tables.query('SELECT repository, policy, quote FROM postern.open_finding')).toEqual(opened);
      await older.close();
    },
  );

  test('a store of a newer version is left alone', async () => {
    await database.database.script('UPDATE postern.version SET step = step + 1');
    await expect(migrate(database.database)).rejects.toThrow('made by a newer version of Postern');
    await database.database.script('UPDATE postern.version SET step = step - 1');
  });
});

test('nobody else may look into the data directory', async () => {
  const directory = freshDirectory();
  await (await openStore({ directory, onError })).close();
  expect((statSync(directory).mode & 0o777).toString(8)).toBe('700');
  rmSync(directory, { recursive: true });
});

/** A small disk of its own needs root. */
const smallDisk = process.getuid?.() === 0 && process.platform === 'linux' ? test : test.skip;

smallDisk('a full disk refuses what it cannot keep, and loses nothing of what it has', async () => {
  const mount = mkdtempSync(path.join(tmpdir(), 'disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=120m', 'tmpfs', mount]);
  try {
    execFileSync('cp', ['-a', `${freshDirectory()}/.`, mount]);
    const store = await openStore({ directory: mount, onError });
    expect(await store.tasks.accept('before', [pull('a')])).toBe(true);
    execFileSync('sh', ['-c', `head -c 200m /dev/zero > ${mount}/filler 2>/dev/null || true`]);
    const many = Array.from({ length: 3000 }, (_, number) => ({ ...pull('f', number), url: 'x'.repeat(4000) }));
    await expect(store.tasks.accept('full', many)).rejects.toThrow();
    rmSync(path.join(mount, 'filler'));
    expect(await store.tasks.accept('after', [pull('b', 2)])).toBe(true);
    expect(await store.deliveries.missing(['before', 'full', 'after'])).toEqual(new Set(['full']));
    await store.close();
  } finally {
    execFileSync('umount', ['-l', mount]);
  }
});

test('an embedded database that was killed while it was made is made anew', async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'postern-'));
  mkdirSync(path.join(directory, 'store.new'));
  writeFileSync(path.join(directory, 'store.new', 'PG_VERSION'), 'cut o');
  // As `makeFiles` would, in less time: the demo's test makes one in earnest.
  const make = async (to: string) => renameSync(path.join(freshDirectory(), 'store'), to);
  const database = await openEmbedded(directory, make);
  expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await database.close();
  rmSync(directory, { recursive: true });
});

const onServer = testServer === undefined ? test.skip : test;

onServer('a connection that breaks between two statements fails its transaction, and not the process', async () => {
  const { url, drop } = await freshServed();
  const wire = await layWire(url);
  const database = openServed(wire.url, onError);
  const broken = database.transaction(async (sql) => {
    await sql.query('SELECT 1');
    wire.cut();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await sql.query('SELECT 2');
  });
  await expect(broken).rejects.toThrow();
  wire.mend();
  expect(await database.query('SELECT 3 AS three')).toEqual([{ three: 3 }]);
  await database.close();
  await wire.close();
  await drop();
});
