import { describe, expect, test } from '@jest/globals';
import { createBlobCache } from '../../src/pull-request/blobs.js';
import { githubPullRequest } from '../../src/pull-request/github-pull-request.js';
import { createTreeCache } from '../../src/pull-request/trees.js';
import { fakeGitHub } from '../support/github.js';

const compare = 'GET /repos/{owner}/{repo}/compare/{basehead}';
const files = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files';
const tree = 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}';

const file = (filename: string, changed: object = {}) => ({
  filename,
  status: 'modified',
  patch: '@@ -1 +1 @@\n-a\n+b',
  ...changed,
});
const entry = (path: string, sha: string, changed: object = {}) => ({
  path,
  sha,
  mode: '100644',
  type: 'blob',
  size: 3,
  ...changed,
});
const many = (count: number) => Array.from({ length: count }, (_, index) => file(`f${index}`));

interface World {
  readonly compared?: readonly object[];
  readonly listed?: readonly object[];
  readonly base?: readonly object[];
  readonly head?: readonly object[];
  readonly truncated?: boolean;
  readonly isQueued?: boolean;
}

async function open({ compared = [], listed = [], base = [], head = [], truncated = false, isQueued = false }: World) {
  const github = fakeGitHub({
    [compare]: { merge_base_commit: { sha: 'base' }, files: compared },
    [files]: ({ page }: Readonly<Record<string, unknown>>) =>
      listed.slice((Number(page) - 1) * 100, Number(page) * 100),
    [tree]: ({ tree_sha }: Readonly<Record<string, unknown>>) => ({
      truncated,
      tree: tree_sha === 'base' ? base : head,
    }),
  });
  const memory = { trees: createTreeCache(), blobs: createBlobCache() };
  const to = { number: isQueued ? undefined : 1, base: 'refs/heads/main', head: 'head' };
  return { github, pull: await githubPullRequest(github, { owner: 'acme', repo: 'app' }, to, memory) };
}

describe('changed files', () => {
  test.each([
    ['modified', file('a'), { path: 'a', status: 'modified', patch: '@@ -1 +1 @@\n-a\n+b' }],
    ['without a patch', file('a', { patch: undefined }), { path: 'a', status: 'modified' }],
    [
      'renamed',
      file('b', { status: 'renamed', previous_filename: 'a', patch: undefined }),
      { path: 'b', previousPath: 'a', status: 'renamed' },
    ],
    [
      'copied',
      file('b', { status: 'copied', previous_filename: 'a', patch: undefined }),
      { path: 'b', status: 'added' },
    ],
    ['with another mode', file('b', { status: 'changed', patch: undefined }), { path: 'b', status: 'modified' }],
  ])('%s', async (_, listed, expected) => {
    const { pull } = await open({ compared: [listed] });
    expect([pull.changedFiles, pull.mergeBase]).toEqual([[expected], 'base']);
  });

  test('more than the comparison lists come from the pull request', async () => {
    const { github, pull } = await open({ compared: many(300), listed: many(450) });
    expect([pull.changedFiles.length, pull.truncated]).toEqual([450, false]);
    expect(github.asked.filter(({ route }) => route === files)).toHaveLength(5);
  });

  test('more than any list has come from the trees', async () => {
    const base = [entry('same', '1'), entry('changed', '1'), entry('gone', '1')];
    const head = [
      entry('same', '1'),
      entry('changed', '2'),
      entry('new', '3'),
      ...many(3000).map(({ filename }) => entry(filename, '9')),
    ];
    const { pull } = await open({ compared: many(300), listed: many(3000), base, head });
    expect(pull.changedFiles.slice(3000)).toEqual([
      { path: 'changed', status: 'modified' },
      { path: 'new', status: 'added' },
      { path: 'gone', status: 'removed' },
    ]);
    expect(pull.truncated).toBe(false);
  });

  test('are incomplete when the trees are, too', async () => {
    const { pull } = await open({ compared: many(300), listed: many(3000), truncated: true });
    expect(pull.truncated).toBe(true);
  });

  test('of an entry of the merge queue come from the comparison and the trees', async () => {
    const { github, pull } = await open({ compared: many(300), head: [entry('new', '1')], isQueued: true });
    expect(pull.changedFiles).toHaveLength(301);
    expect(github.asked.map(({ route }) => route)).toEqual([compare, tree, tree]);
  });
});

describe('trees', () => {
  test('are listed once a side, without links and submodules', async () => {
    const head = [
      entry('a', '1'),
      entry('link', '2', { mode: '120000' }),
      entry('module', '3', { mode: '160000', type: 'commit' }),
      entry('folder', '4', { mode: '040000', type: 'tree' }),
    ];
    const { github, pull } = await open({ head });
    expect(await Promise.all([pull.list('head'), pull.list('head')])).toEqual([['a'], ['a']]);
    expect(await pull.read('head', ['missing'])).toEqual(new Map());
    expect(github.asked.filter(({ route }) => route === tree)).toHaveLength(1);
  });

  test('that GitHub cuts are a notice', async () => {
    const { pull } = await open({ truncated: true });
    await pull.list('head');
    expect(pull.unread('head')).toEqual([expect.objectContaining({ kind: 'unread', path: '.' })]);
  });
});
