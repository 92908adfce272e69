import { describe, expect, test } from '@jest/globals';
import type { PackageVersion } from '../../../src/dependencies/advisories/advisory.js';
import { type GitHubRequest, githubAdvisories } from '../../../src/dependencies/advisories/github.js';
import { eventsOfRange } from '../../../src/dependencies/advisories/github-range.js';
import { advisoriesFor } from '../../../src/dependencies/advisories/source.js';

const lodash: PackageVersion = { ecosystem: 'npm', name: 'lodash', version: '4.17.20' };

function advisory(id: string, more: Readonly<Record<string, unknown>> = {}) {
  return {
    ghsa_id: id,
    cve_id: 'CVE-2021-23337',
    summary: 'Command Injection in lodash',
    severity: 'high',
    type: 'reviewed',
    html_url: `https://github.com/advisories/${id}`,
    updated_at: '2026-01-01T00:00:00Z',
    cvss_severities: { cvss_v3: { vector_string: 'CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H' }, cvss_v4: null },
    vulnerabilities: [
      {
        package: { ecosystem: 'npm', name: 'lodash' },
        vulnerable_version_range: '< 4.17.21',
        first_patched_version: '4.17.21',
      },
    ],
    ...more,
  };
}

type Reply = { readonly data: unknown; readonly link?: string } | { readonly status: number; readonly after?: string };

function failure(status: number, after: string | undefined): Error {
  const response = { headers: after === undefined ? {} : { 'retry-after': after } };
  return Object.assign(new Error('GitHub'), { status, response });
}

async function ask(answer: (parameters: Readonly<Record<string, unknown>>, count: number) => Reply) {
  const asked: Readonly<Record<string, unknown>>[] = [];
  const waits: number[] = [];
  const request: GitHubRequest = (route, parameters) => {
    const reply = answer(parameters, asked.length);
    asked.push({ route, ...parameters });
    if ('status' in reply) return Promise.reject(failure(reply.status, reply.after));
    return Promise.resolve({ data: reply.data, headers: { link: reply.link } });
  };
  const sleep = (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
    return Promise.resolve();
  };
  const source = githubAdvisories(request, { date: '2026-11-25', retries: 2, sleep });
  return { answer: await advisoriesFor([lodash], [source]), asked, waits };
}

const reviewed = (type: unknown, data: readonly unknown[]): Reply => ({ data: type === 'reviewed' ? data : [] });

describe('GitHub’s advisories', () => {
  test('are asked for by package and version, reviewed ones and malware', async () => {
    const { answer, asked } = await ask(({ type }) => reviewed(type, [advisory('GHSA-35jh-r3h4-6jhm')]));
    expect(asked.map(({ route, ecosystem, affects, type }) => [route, ecosystem, affects, type])).toEqual([
      ['GET /advisories', 'npm', 'lodash@4.17.20', 'reviewed'],
      ['GET /advisories', 'npm', 'lodash@4.17.20', 'malware'],
    ]);
    expect(answer.status).toBe('complete');
    expect(answer.advisories[0]).toMatchObject({
      id: 'GHSA-35jh-r3h4-6jhm',
      aliases: ['CVE-2021-23337'],
      severity: [{ type: 'CVSS_V3' }],
      affected: [
        { ecosystem: 'npm', name: 'lodash', ranges: [{ events: [{ introduced: '0' }, { fixed: '4.17.21' }] }] },
      ],
    });
  });

  test('are read page by page by the cursor of the Link header', async () => {
    const link = '<https://api.github.com/advisories?after=abc%3D&per_page=100>; rel="next"';
    const { answer, asked } = await ask(({ type, after }) => {
      if (type !== 'reviewed') return { data: [] };
      return after === undefined ? { data: [advisory('GHSA-a')], link } : { data: [advisory('GHSA-b')] };
    });
    expect(asked[1]).toMatchObject({ after: 'abc=' });
    expect(answer.advisories.map(({ id }) => id)).toEqual(['GHSA-a', 'GHSA-b']);
  });

  test('of malware are marked as such', async () => {
    const { answer } = await ask(({ type }) => ({
      data: type === 'malware' ? [advisory('GHSA-m', { type: 'malware' })] : [],
    }));
    expect(answer.advisories[0]?.malware).toBe(true);
  });

  test.each([403, 429])('are asked for again after the time named in a limit, %i', async (status) => {
    const { answer, waits } = await ask((_, count) => (count === 0 ? { status, after: '3' } : { data: [] }));
    expect(answer.status).toBe('complete');
    expect(waits).toEqual([3000]);
  });

  test.each<[string, Reply, string]>([
    ['GitHub fails', { status: 502 }, 'answered 502'],
    ['the permission is missing', { status: 403 }, 'answered 403'],
    ['the form is another', { data: { message: 'no' } }, 'form'],
  ])('are told to be incomplete when %s', async (_, reply, said) => {
    const { answer } = await ask(() => reply);
    expect(answer.status).toBe('incomplete');
    expect(answer.problems.join(' ')).toContain(said);
  });

  test('are read anew when one changes between two pages', async () => {
    const link = '<https://api.github.com/advisories?after=x>; rel="next"';
    const changed = advisory('GHSA-a', { updated_at: '2026-03-01T00:00:00Z' });
    const { answer, asked } = await ask(({ type, after }, count) => {
      if (type !== 'reviewed') return { data: [] };
      if (after !== undefined) return { data: [changed] };
      return { data: [count === 0 ? advisory('GHSA-a') : changed], link };
    });
    expect(answer).toMatchObject({ status: 'complete', problems: [] });
    expect(asked.filter(({ type }) => type === 'reviewed')).toHaveLength(4);
  });
});

test.each([
  ['< 1.2', undefined, [{ introduced: '0' }, { fixed: '1.2' }]],
  ['>= 1.0, < 1.2', undefined, [{ introduced: '1.0' }, { fixed: '1.2' }]],
  ['<= 3.1', '3.3', [{ introduced: '0' }, { last_affected: '3.1' }, { fixed: '3.3' }]],
  ['= 2.0', undefined, [{ introduced: '2.0' }, { last_affected: '2.0' }]],
  ['>= 0', undefined, [{ introduced: '0' }]],
  ['something else', undefined, []],
])('the range %s', (range, fixed, events) => expect(eventsOfRange(range, fixed).events).toEqual(events));
