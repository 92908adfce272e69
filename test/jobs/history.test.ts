import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Placed } from '../../src/findings/finding.js';
import { sourcesOf } from '../../src/findings/sources.js';
import type { PullJob } from '../../src/jobs/job.js';
import type { Store } from '../../src/jobs/store/store.js';
import { finding } from '../support/finding.js';
import { openTestDatabase, type TestDatabase } from '../support/store.js';

const source = { installation: 1, owner: 'acme', repo: 'app', url: 'https://github.com/acme/app', delivery: 'd' };
const pull = (head: string, changed: Partial<PullJob> = {}): PullJob => ({
  ...source,
  kind: 'pull',
  number: 1,
  head,
  base: 'b',
  baseRef: 'main',
  reason: 'pushed',
  ...changed,
});

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  store = await database.emptyStore();
});
afterEach(() => store.close());
afterAll(() => database.close());

const cost = { conclusion: 'failure', calls: 5, milliseconds: 100 };

/** Remembers a review; `text` is the head's template, in which findings are. */
function record(job: PullJob, findings: readonly Placed[], text?: string): Promise<void> {
  const texts = text === undefined ? {} : { texts: sourcesOf(new Map([['template.yaml', text]]), findings) };
  return store.history.record({ job, findings, ...cost, ...texts });
}

const rows = (query: string) => database.database.query<Record<string, unknown>>(query);

describe('the pages of docs/operate ask what can be asked', () => {
  const page = readFileSync(new URL('../../docs/operate/history.md', import.meta.url), 'utf8');
  const queries = [...page.matchAll(/^```sql\n([\s\S]*?);\n```$/gm)].map(([, query = '']) => query);
  test.each(queries)('%s', async (query) => {
    await record(pull('a'), [
      finding({ status: 'existing' }),
      finding({ fingerprint: 'f2', suppressed: { reason: 'by design', in: 'settings', until: '2026-12-01' } }),
    ]);
    expect(await rows(query)).not.toEqual([]);
  });

  test('are there', () => expect(queries).toHaveLength(4));
});

describe('what is open', () => {
  const open = async () => (await rows('SELECT repository FROM postern.open_finding')).map((row) => row.repository);

  test('is told by the latest review of each pull request', async () => {
    await record(pull('a'), [finding()]);
    await record(pull('c', { repo: 'other' }), []);
    expect(await open()).toEqual(['acme/app']);
    await record(pull('b'), []);
    expect(await open()).toEqual([]);
  });

  test('is not what a later review of another pull request saw fixed or accepted', async () => {
    await record(pull('a'), [finding({ status: 'existing' })]);
    await record(pull('b', { number: 2 }), [finding({ status: 'fixed' })]);
    expect(await open()).toEqual([]);
    await record(pull('c', { number: 3 }), [finding({ suppressed: { reason: 'by design', in: 'comment' } })]);
    expect(await open()).toEqual([]);
    expect(await rows('SELECT number, reason, written_in FROM postern.decision')).toEqual([
      { number: 3, reason: 'by design', written_in: 'comment' },
    ]);
  });

  test('is one problem, however many pull requests see it', async () => {
    for (const number of [1, 2]) await record(pull('a', { number }), [finding({ status: 'existing' })]);
    expect(await open()).toEqual(['acme/app']);
  });
});

describe('the lines of a finding', () => {
  const text = 'Url:\n  Auth: NONE\n  Password: x\n';
  const open = finding({ start: { line: 2, column: 3 }, end: { line: 2, column: 13 }, at: at(7, 17) });
  const secret = finding({ isSecret: true, fingerprint: 'f2', start: { line: 3, column: 3 }, at: at(20, 31) });
  const quotes = async () => (await rows('SELECT quote FROM postern.finding ORDER BY line')).map(({ quote }) => quote);

  function at(start: number, end: number) {
    return { path: 'template.yaml', start, end };
  }

  test('are kept, unless a secret stands in them', async () => {
    await record(pull('a'), [open, { ...secret, end: { line: 3, column: 14 } }], text);
    expect(await quotes()).toEqual(['  Auth: NONE', null]);
  });

  test('are few and short', async () => {
    const long = `Url: ${'x'.repeat(1000)}\n${'y\n'.repeat(10)}`;
    const wide = finding({ start: { line: 1, column: 1 }, end: { line: 9, column: 1 }, at: at(0, 1010) });
    await record(pull('a'), [wide], long);
    expect((await quotes()).map((quote) => String(quote).length)).toEqual([300]);
  });

  test('are not kept of what is gone, and not at all where they are turned off', async () => {
    await record(pull('a'), [finding({ status: 'fixed' }), finding({ side: 'left' })], text);
    expect(await quotes()).toEqual([null, null]);
    await store.close();
    store = await database.emptyStore({ historyQuotes: false });
    await record(pull('a'), [open], text);
    expect(await quotes()).toEqual([null]);
  });
});

test('a name with a NUL is kept all the same', async () => {
  await record(pull('n'), [finding({ resource: 'a\0b' })]);
  expect(await rows('SELECT resource FROM postern.finding')).toEqual([{ resource: 'a\ufffdb' }]);
});

test('a head with a concluded review needs no other; what is too old is forgotten', async () => {
  await record(pull('a'), [finding()]);
  expect(await store.history.unreviewed('acme/app', ['a', 'b'])).toEqual(new Set(['b']));
  await database.database.script("UPDATE postern.review SET at = now() - interval '181 days'");
  await store.history.forget();
  expect(await rows('SELECT FROM postern.finding')).toEqual([]);
});

test('the embedded store gives space back', async () => {
  for (let day = 0; day < 30; day += 1)
    await record(
      pull('a'),
      Array.from({ length: 50 }, () => finding()),
    );
  const size = async () => Number((await rows("SELECT pg_relation_size('postern.finding') AS size"))[0]?.size);
  const before = await size();
  await database.database.script('DELETE FROM postern.review');
  await store.tidy();
  expect(await size()).toBeLessThan(before / 10);
});
