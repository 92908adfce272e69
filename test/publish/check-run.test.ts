import { describe, expect, test } from '@jest/globals';
import { beginCheck, completeCheck, endCheck } from '../../src/publish/check-run.js';
import type { Annotation } from '../../src/report/annotation.js';
import { fakeGitHub } from '../support/github.js';

const list = 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs';
const create = 'POST /repos/{owner}/{repo}/check-runs';
const update = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}';
const annotationsOf = 'GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations';

const target = { owner: 'acme', repo: 'app', head: 'abc', externalId: 'pull/1/abc', detailsUrl: 'https://x.test/1' };
const run = (changed: object) => ({
  id: 5,
  name: 'Postern',
  status: 'completed',
  conclusion: 'failure',
  external_id: 'pull/1/abc',
  ...changed,
});

function answering(...runs: readonly object[]) {
  return fakeGitHub({ [list]: { total_count: runs.length, check_runs: runs }, [create]: { id: 9 }, [update]: {} });
}

describe('beginning', () => {
  test('a first run is created in progress', async () => {
    const github = answering();
    expect(await beginCheck(github, target, 'once')).toEqual({
      owner: 'acme',
      repo: 'app',
      id: 9,
      annotations: 0,
      others: [],
    });
    expect(github.asked[1]).toEqual({
      route: create,
      parameters: {
        owner: 'acme',
        repo: 'app',
        name: 'Postern',
        head_sha: 'abc',
        external_id: 'pull/1/abc',
        status: 'in_progress',
        details_url: 'https://x.test/1',
      },
    });
  });

  const noted = { output: { annotations_count: 3 } };
  test.each([
    ['concluded, pushed again', run({}), 'once', [undefined, []]],
    ['cancelled before', run({ conclusion: 'cancelled' }), 'once', [5, [update]]],
    ['left by a killed process', run({ status: 'in_progress', conclusion: null }), 'once', [5, []]],
    ['concluded, asked for again', run({}), 'again', [5, [update]]],
    ['concluded, with another base now', run(noted), 'anew', [9, [create]]],
    ['concluded without annotations, with another base now', run({}), 'anew', [5, [update]]],
    ['of another pull request', run({ external_id: 'pull/2/abc' }), 'once', [9, [create]]],
  ] as const)('a run that was there, %s', async (_, there, mode, [id, writes]) => {
    const github = answering(there);
    expect((await beginCheck(github, target, mode))?.id).toBe(id);
    expect(github.asked.slice(1).map(({ route }) => route)).toEqual(writes);
  });

  test('with more runs than a page holds, our own are asked for by name', async () => {
    const sonar = run({ id: 7, name: 'SonarCloud Code Analysis', external_id: '' });
    const github = fakeGitHub({
      [list]: ({ check_name: name }: Readonly<Record<string, unknown>>) =>
        name === undefined ? { total_count: 101, check_runs: [sonar] } : { total_count: 1, check_runs: [run({})] },
    });
    expect(await beginCheck(github, target, 'once')).toBeUndefined();
    expect(github.asked.map(({ parameters }) => parameters.check_name)).toEqual([undefined, 'Postern']);
  });

  test('a cut answer is a failure', async () => {
    await expect(beginCheck(fakeGitHub({ [list]: '' }), target, 'once')).rejects.toThrow("GitHub's answer");
  });
});

const annotation = (index: number): Annotation => ({
  path: 'a.yml',
  start_line: index + 1,
  end_line: index + 1,
  annotation_level: 'failure',
  title: 'Open',
  message: `Problem ${index}`,
});

const report = (count: number) => ({
  conclusion: 'failure' as const,
  title: 'T',
  summary: 'S',
  text: 'X',
  annotations: Array.from({ length: count }, (_, index) => annotation(index)),
});

describe('completing', () => {
  test.each([
    ['nothing to annotate', 0, [0]],
    ['as much as fits', 50, [50]],
    ['one more', 51, [50, 1]],
    ['much', 120, [50, 50, 20]],
  ])('with %s', async (_, count, batches) => {
    const github = fakeGitHub({ [update]: {} });
    await completeCheck(github, { owner: 'acme', repo: 'app', id: 5, annotations: 0, others: [] }, report(count));
    const sent = github.asked.map(({ parameters }) => parameters as unknown as Sent);
    expect(sent.map(({ output }) => output.annotations?.length ?? 0)).toEqual(batches);
    expect(sent.map(({ conclusion }) => conclusion)).toEqual([...batches.slice(1).map(() => undefined), 'failure']);
  });

  test('annotations that are there are not added again', async () => {
    const github = fakeGitHub({ [update]: {}, [annotationsOf]: [annotation(0), annotation(1)] });
    await completeCheck(github, { owner: 'acme', repo: 'app', id: 5, annotations: 2, others: [] }, report(3));
    const last = github.asked.at(-1)?.parameters as unknown as Sent;
    expect(last.output.annotations).toEqual([annotation(2)]);
  });
});

interface Sent {
  readonly conclusion?: string;
  readonly output: { readonly annotations?: readonly Annotation[] };
}

test('ending says one sentence', async () => {
  const github = fakeGitHub({ [update]: {} });
  const ending = { conclusion: 'cancelled', title: 'Superseded', summary: 'A newer commit.' } as const;
  await endCheck(github, { owner: 'acme', repo: 'app', id: 5, annotations: 0, others: [] }, ending);
  expect(github.asked).toEqual([
    {
      route: update,
      parameters: {
        owner: 'acme',
        repo: 'app',
        check_run_id: 5,
        status: 'completed',
        conclusion: 'cancelled',
        output: { title: 'Superseded', summary: 'A newer commit.' },
      },
    },
  ]);
});
