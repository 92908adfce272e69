import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { nodeId } from '../../sandbox/graphql/ids.js';
import type { Sandbox } from '../../sandbox/sandbox.js';
import type { Pull } from '../../sandbox/world.js';
import { installationClient, startTestSandbox } from '../support/sandbox.js';

const app = {
  name: 'Postern',
  permissions: { metadata: 'read', contents: 'read', pull_requests: 'write', checks: 'write' },
  events: ['pull_request', 'check_run', 'check_suite'],
};
const before = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\neleven\n';
const after = before.replace('two\n', 'TWO\n').replace('ten\n', '');

let sandbox: Sandbox;
let pull: Pull;
let client: Awaited<ReturnType<typeof installationClient>>;
const repo = { owner: 'acme', repo: 'shop' };

beforeAll(async () => {
  sandbox = await startTestSandbox({ app, checkItself: true });
  const repository = await sandbox.createRepository({ files: { 'a.txt': before, 'dir/b.txt': 'b\n' } });
  pull = await sandbox.openPullRequest(repository, { files: { 'a.txt': after, 'c.bin': Buffer.from([0, 1, 2]) } });
  client = await installationClient(sandbox);
});
afterAll(() => sandbox.stop());

function statusOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'accepted',
    (error: { status?: number }) => error.status,
  );
}

describe('what can be read', () => {
  test('a pull request with its counts', async () => {
    const { data } = await client.rest.pulls.get({ ...repo, pull_number: pull.number });
    expect(data).toMatchObject({ changed_files: 2, commits: 1, additions: 1, deletions: 2, mergeable: true });
  });

  test('its files, with patches of text only', async () => {
    const { data } = await client.rest.pulls.listFiles({ ...repo, pull_number: pull.number });
    expect(data.map(({ filename, status, patch }) => [filename, status, typeof patch])).toEqual([
      ['a.txt', 'modified', 'string'],
      ['c.bin', 'added', 'undefined'],
    ]);
  });

  test('a comparison, a tree, a blob, a commit and contents', async () => {
    const { data } = await client.rest.repos.compareCommitsWithBasehead({
      ...repo,
      basehead: `main...${pull.headSha}`,
    });
    expect(data).toMatchObject({ status: 'ahead', ahead_by: 1, merge_base_commit: { sha: pull.baseSha } });
    const tree = await client.rest.git.getTree({ ...repo, tree_sha: pull.headSha, recursive: '1' });
    expect(tree.data.tree.map(({ path }) => path)).toEqual(['a.txt', 'c.bin', 'dir', 'dir/b.txt']);
    const sha = tree.data.tree.find(({ path }) => path === 'a.txt')?.sha ?? '';
    const blob = await client.rest.git.getBlob({ ...repo, file_sha: sha });
    expect(Buffer.from(blob.data.content, 'base64').toString()).toBe(after);
    const contents = await client.rest.repos.getContent({ ...repo, path: 'dir/b.txt', ref: pull.headSha });
    expect(contents.data).toMatchObject({ type: 'file', encoding: 'base64', content: 'Ygo=\n' });
  });

  test('many blobs in one query', async () => {
    const query = `query ($owner: String!, $name: String!) {
      repository(owner: $owner, name: $name) {
        a: object(expression: "${pull.headSha}:a.txt") { ...text }
        c: object(expression: "${pull.headSha}:c.bin") { ... on Blob { isBinary text } }
        none: object(oid: "${'1'.repeat(40)}") { ...text }
      }
    }
    fragment text on Blob { byteSize text isTruncated }`;
    expect(await client.graphql(query, { owner: 'acme', name: 'shop' })).toEqual({
      repository: {
        a: { byteSize: after.length, text: after, isTruncated: false },
        c: { isBinary: true, text: null },
        none: null,
      },
    });
  });

  test('an unchanged answer again, for free', async () => {
    const first = await client.rest.repos.get(repo);
    const mark = sandbox.mark();
    const again = client.rest.repos.get({ ...repo, headers: { 'if-none-match': first.headers.etag } });
    expect(await statusOf(again)).toBe(304);
    expect(sandbox.usage(mark).calls).toBe(0);
  });
});

describe('check runs', () => {
  const annotation = { path: 'a.txt', start_line: 1, end_line: 1, annotation_level: 'notice', message: 'm' } as const;

  test('are created, completed and listed', async () => {
    const created = await client.rest.checks.create({ ...repo, name: 'Postern', head_sha: pull.headSha });
    await client.rest.checks.update({
      ...repo,
      check_run_id: created.data.id,
      status: 'completed',
      conclusion: 'failure',
      output: { title: 'One problem', summary: 'Words', annotations: [annotation] },
    });
    const { data } = await client.rest.checks.listForRef({ ...repo, ref: pull.headSha, check_name: 'Postern' });
    expect(data.check_runs[0]).toMatchObject({ conclusion: 'failure', output: { annotations_count: 1 } });
    expect(await sandbox.waitForCheck(pull)).toMatchObject({ title: 'One problem' });
  });

  test.each([
    ['51 annotations in a call', { annotations: Array.from({ length: 51 }, () => annotation) }],
    ['a summary over 65,535 characters', { summary: 'x'.repeat(65_536) }],
    ['columns over several lines', { annotations: [{ ...annotation, end_line: 2, start_column: 1 }] }],
  ])('are refused with %s', async (_, output) => {
    const draft = { ...repo, name: 'x', head_sha: pull.headSha, output: { title: 't', summary: 's', ...output } };
    expect(await statusOf(client.rest.checks.create(draft))).toBe(422);
  });

  test('are refused on a commit that does not exist', async () => {
    expect(await statusOf(client.rest.checks.create({ ...repo, name: 'x', head_sha: 'f'.repeat(40) }))).toBe(422);
  });
});

describe('review comments', () => {
  function comment(place: object): Promise<unknown> {
    const comments = [{ path: 'a.txt', body: 'words', ...place }];
    return statusOf(client.rest.pulls.createReview({ ...repo, pull_number: pull.number, event: 'COMMENT', comments }));
  }

  test.each([
    ['an added line', { line: 2, side: 'RIGHT' }, 'accepted'],
    ['a context line', { line: 4 }, 'accepted'],
    ['a deleted line, on the left', { line: 10, side: 'LEFT' }, 'accepted'],
    ['a range in one hunk', { start_line: 1, start_side: 'RIGHT', line: 3 }, 'accepted'],
    ['a line that no hunk shows', { line: 6 }, 422],
    ['a range over two hunks', { start_line: 2, line: 9 }, 422],
    ['a range that ends before it begins', { start_line: 3, line: 2 }, 422],
    ['a line of a file that did not change', { path: 'dir/b.txt', line: 1 }, 422],
  ])('on %s', async (_, place, expected) => {
    expect(await comment(place)).toBe(expected);
  });
});

describe('what an app may not do', () => {
  test.each([
    ['a route that GitHub does not have', () => client.request('GET /repos/acme/shop/nothing'), 404],
    ['a route that the sandbox does not answer', () => client.rest.git.createBlob({ ...repo, content: 'x' }), 404],
    ['a body that GitHub would not take', () => client.rest.checks.create({ ...repo, name: 'x' } as never), 422],
    ['another repository', () => client.rest.repos.get({ owner: 'other', repo: 'none' }), 404],
  ])('%s', async (_, call, expected) => {
    expect(await statusOf(call())).toBe(expected);
  });

  test('write what its token was not given', async () => {
    const installation = { installation_id: sandbox.world.installations[0]?.id ?? 0 };
    const permissions = { contents: 'read' } as const;
    const { data } = await client.rest.apps.createInstallationAccessToken({ ...installation, permissions });
    const answer = await fetch(`${sandbox.world.address}/api/v3/repos/acme/shop/check-runs`, {
      method: 'POST',
      headers: { authorization: `token ${data.token}`, 'user-agent': 'test' },
      body: JSON.stringify({ name: 'x', head_sha: pull.headSha }),
    });
    expect(answer.status).toBe(403);
  });

  test('resolve a thread without the permission to write contents', async () => {
    const [thread] = sandbox.threads(pull);
    const threadId = nodeId('PullRequestReviewThread', thread?.id ?? 0);
    const mutation = 'mutation ($id: ID!) { resolveReviewThread(input: { threadId: $id }) { thread { isResolved } } }';
    await expect(client.graphql(mutation, { id: threadId })).rejects.toThrow('Resource not accessible by integration');
  });

  test('every breach is recorded', () => {
    const kinds = new Set(sandbox.violations().map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual([
      'annotation',
      'comment-outside-diff',
      'missing-permission',
      'schema',
      'unknown-commit',
      'unknown-route',
    ]);
  });
});
