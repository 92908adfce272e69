import { afterEach, describe, expect, test } from '@jest/globals';
import type { PackageVersion } from '../../../src/dependencies/advisories/advisory.js';
import { type OsvOptions, osvApi } from '../../../src/dependencies/advisories/osv-api.js';
import { advisoriesFor, memoryCache } from '../../../src/dependencies/advisories/source.js';
import { type AdvisoryServer, type Asked, type Reply, startAdvisoryServer } from '../../support/advisory-server.js';

let server: AdvisoryServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const lodash: PackageVersion = { ecosystem: 'npm', name: 'lodash', version: '4.17.20' };
const moment: PackageVersion = { ecosystem: 'npm', name: 'moment', version: '2.24.0' };
const first = '2026-01-01T00:00:00Z';
const second = '2026-02-01T00:00:00Z';

function record(id: string, modified = first) {
  const ranges = [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '9.9.9' }] }];
  return { id, modified, affected: [{ package: { ecosystem: 'npm', name: 'lodash' }, ranges }] };
}

const listing = (...ids: readonly string[]) => ({ results: [{ vulns: ids.map((id) => ({ id, modified: first })) }] });

async function ask(
  answer: (asked: Asked, count: number) => Reply | undefined,
  more: Partial<OsvOptions> = {},
  packages: readonly PackageVersion[] = [lodash],
) {
  server = await startAdvisoryServer(answer);
  const waits: number[] = [];
  const sleep = (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
    return Promise.resolve();
  };
  const source = osvApi(server.address, { date: '2026-11-25', timeout: 60_000, retries: 2, sleep, ...more });
  return { answer: await advisoriesFor(packages, [source]), asked: server.asked, waits };
}

const isBatch = ({ path }: Asked): boolean => path === '/v1/querybatch';

describe('the OSV service', () => {
  test('is asked in one batch, and for each record once', async () => {
    const { answer, asked } = await ask((one) =>
      isBatch(one) ? { body: listing('GHSA-a') } : { body: record('GHSA-a') },
    );
    expect(answer.status).toBe('complete');
    expect(answer.asOf).toBe('2026-11-25');
    expect(answer.advisories.map(({ id }) => id)).toEqual(['GHSA-a']);
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /v1/querybatch',
      'GET /v1/vulns/GHSA-a',
    ]);
    expect(asked[0]?.body).toEqual({
      queries: [{ version: '4.17.20', package: { ecosystem: 'npm', name: 'lodash' } }],
    });
  });

  test('gives its pages one after the other, each only for the packages that have more', async () => {
    const { answer, asked } = await ask(
      (one, count) => {
        if (!isBatch(one)) return { body: record(one.path.slice('/v1/vulns/'.length)) };
        const page = { vulns: [{ id: 'GHSA-a', modified: first }], next_page_token: 'more' };
        return { body: count === 0 ? { results: [{}, page] } : listing('GHSA-b') };
      },
      {},
      [moment, lodash],
    );
    expect(answer.status).toBe('complete');
    expect(answer.advisories.map(({ id }) => id)).toEqual(['GHSA-a', 'GHSA-b']);
    expect(asked.filter(isBatch)[1]?.body).toEqual({
      queries: [{ version: '4.17.20', package: { ecosystem: 'npm', name: 'lodash' }, page_token: 'more' }],
    });
  });

  test('is asked again after the time it names in a 429', async () => {
    const busy = { status: 429, headers: { 'retry-after': '7' } };
    const { answer, waits } = await ask((one, count) => {
      if (!isBatch(one)) return { body: record('GHSA-a') };
      return count === 0 ? busy : { body: listing('GHSA-a') };
    });
    expect(answer.status).toBe('complete');
    expect(waits).toEqual([7000]);
  });

  test.each<[string, Reply, string]>([
    ['fails on its side', { status: 503 }, 'answered 503'],
    ['is busy for longer than anyone waits', { status: 429, headers: { 'retry-after': '86400' } }, 'answered 429'],
    ['sends broken JSON', { text: '{"results": [' }, 'broken JSON'],
    ['refuses', { status: 400 }, 'answered 400'],
    ['answers in another form', { body: { results: 'none' } }, 'form'],
    ['answers for another number of packages', { body: { results: [] } }, 'form'],
  ])('that %s makes the answer incomplete and says so', async (_, reply, said) => {
    const { answer } = await ask(() => reply);
    expect(answer.status).toBe('incomplete');
    expect(answer.problems.join(' ')).toContain(said);
  });

  test('that never answers makes the answer incomplete and says so', async () => {
    const { answer, asked } = await ask(() => undefined, { timeout: 50 });
    expect(answer.status).toBe('incomplete');
    expect(answer.problems.join(' ')).toContain('did not answer in time');
    expect(asked.length).toBeGreaterThan(0);
  });

  test('that fails once is asked again, and nothing is said', async () => {
    const { answer, asked } = await ask((one, count) => {
      if (isBatch(one)) return count === 0 ? { status: 500 } : { body: listing('GHSA-a') };
      return count === 0 ? { text: 'oops' } : { body: record('GHSA-a') };
    });
    expect(answer).toMatchObject({ status: 'complete', problems: [] });
    expect(asked).toHaveLength(4);
  });

  test('whose record cannot be read is never taken for clean', async () => {
    const { answer } = await ask((one) => (isBatch(one) ? { body: listing('GHSA-a') } : { body: { id: 'GHSA-a' } }));
    expect(answer.status).toBe('incomplete');
    expect(answer.problems.join(' ')).toContain('GHSA-a');
  });

  test('whose record is gone is never taken for clean', async () => {
    const { answer } = await ask((one) => (isBatch(one) ? { body: listing('GHSA-a') } : { status: 404 }));
    expect(answer.status).toBe('incomplete');
  });

  test('whose record changed between listing and reading is listed again', async () => {
    const { answer, asked } = await ask((one, count) => {
      if (!isBatch(one)) return { body: record('GHSA-a', second) };
      const modified = count === 0 ? first : second;
      return { body: { results: [{ vulns: [{ id: 'GHSA-a', modified }] }] } };
    });
    expect(answer).toMatchObject({ status: 'complete', problems: [] });
    expect(asked.filter(isBatch)).toHaveLength(2);
  });

  test('whose records never settle is told', async () => {
    const { answer } = await ask((one) =>
      isBatch(one) ? { body: listing('GHSA-a') } : { body: record('GHSA-a', second) },
    );
    expect(answer.status).toBe('incomplete');
    expect(answer.problems.join(' ')).toContain('changed');
  });

  test('is not asked for a record that is held in its present form', async () => {
    const cache = memoryCache();
    const serve = (one: Asked): Reply => (isBatch(one) ? { body: listing('GHSA-a') } : { body: record('GHSA-a') });
    await ask(serve, { cache });
    await server?.close();
    const { answer, asked } = await ask(serve, { cache });
    expect(answer.advisories).toHaveLength(1);
    expect(asked.every(isBatch)).toBe(true);
  });

  test('that goes on without end is left, and told', async () => {
    const page = { vulns: [], next_page_token: 'again' };
    const { answer } = await ask((one) => (isBatch(one) ? { body: { results: [page] } } : undefined));
    expect(answer.status).toBe('incomplete');
  });

  test('that cannot be reached makes the answer incomplete', async () => {
    const source = osvApi('http://127.0.0.1:9', { date: '2026-11-25', retries: 0 });
    const answer = await advisoriesFor([lodash], [source]);
    expect(answer.status).toBe('incomplete');
  });
});
