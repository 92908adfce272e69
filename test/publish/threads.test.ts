import { describe, expect, test } from '@jest/globals';
import { readThreads, resolveThreads } from '../../src/publish/threads.js';
import { fakeGitHub } from '../support/github.js';

const marker = '<!-- postern:fingerprint f1 f2 -->';
const node = (changed: object = {}, comment: object = {}, totalCount = 1) => ({
  id: 'T1',
  path: 'template.yaml',
  isResolved: false,
  resolvedBy: null,
  comments: {
    totalCount,
    nodes: [{ body: `Problem\n\n${marker}`, viewerDidAuthor: true, author: { login: 'postern' }, ...comment }],
  },
  ...changed,
});
const page = (nodes: readonly object[], endCursor: string | null = null) => ({
  repository: {
    pullRequest: { reviewThreads: { nodes, pageInfo: { hasNextPage: endCursor !== null, endCursor } } },
  },
});
const read = (...nodes: readonly object[]) =>
  readThreads(fakeGitHub({ query: page(nodes) }), { owner: 'a', repo: 'b' }, 1);

describe('a thread', () => {
  const own = {
    id: 'T1',
    path: 'template.yaml',
    fingerprints: ['f1', 'f2'],
    known: [],
    problems: [['f1'], ['f2']],
    isResolved: false,
    isResolvedByUs: false,
    isAnswered: false,
  };
  test.each([
    ['of the app', node(), [own]],
    ['that somebody answered', node({}, {}, 2), [{ ...own, isAnswered: true }]],
    [
      'that a person resolved',
      node({ isResolved: true, resolvedBy: { login: 'dev' } }),
      [{ ...own, isResolved: true }],
    ],
    [
      'that the app resolved',
      node({ isResolved: true, resolvedBy: { login: 'postern[bot]' } }),
      [{ ...own, isResolved: true, isResolvedByUs: true }],
    ],
    ['of the app without a marker', node({}, { body: 'Hello' }), [{ ...own, fingerprints: [], problems: [] }]],
    ['of somebody else who copied the marker', node({}, { viewerDidAuthor: false }), []],
  ])('%s', async (_, one, expected) => expect(await read(one)).toEqual(expected));
});

test('all pages are read', async () => {
  const github = fakeGitHub({
    query: ({ after }: Readonly<Record<string, unknown>>) => page([node()], after === null ? 'next' : null),
  });
  expect(await readThreads(github, { owner: 'a', repo: 'b' }, 1)).toHaveLength(2);
  expect(github.asked.map(({ parameters }) => parameters.after)).toEqual([null, 'next']);
});

test('resolving names each thread', async () => {
  const github = fakeGitHub({ mutation: {} });
  const [one] = await read(node());
  await resolveThreads(github, one === undefined ? [] : [one]);
  expect(github.asked.map(({ route, parameters }) => [route, parameters.thread])).toEqual([['mutation', 'T1']]);
});
