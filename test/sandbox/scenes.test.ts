import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Sandbox } from '../../sandbox/sandbox.js';
import type { Pull, Repository } from '../../sandbox/world.js';
import { installationClient, startTestSandbox } from '../support/sandbox.js';

const app = {
  name: 'Postern',
  permissions: { contents: 'read', pull_requests: 'write', checks: 'write', merge_queues: 'read' },
  events: [
    'pull_request',
    'push',
    'issue_comment',
    'merge_group',
    'pull_request_review',
    'pull_request_review_comment',
  ],
};
const repo = { owner: 'acme', repo: 'shop' };

interface Received {
  readonly event: string;
  readonly signed: boolean;
  readonly payload: { readonly action?: string; readonly before?: string; readonly after?: string };
}

let sandbox: Sandbox;
let repository: Repository;
let client: Awaited<ReturnType<typeof installationClient>>;
let hook: Server;
const received: Received[] = [];

beforeAll(async () => {
  sandbox = await startTestSandbox({ app, checkItself: true });
  repository = await sandbox.createRepository({ files: { 'dos.txt': 'a\r\nb\r\nc', 'x.txt': '1\n2\n3\n' } });
  client = await installationClient(sandbox);
  hook = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const mac = createHmac('sha256', sandbox.world.app.webhookSecret).update(body).digest('hex');
      const signed = request.headers['x-hub-signature-256'] === `sha256=${mac}`;
      received.push({ event: String(request.headers['x-github-event']), signed, payload: JSON.parse(body.toString()) });
      response.end('ok');
    });
  });
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
  sandbox.sendWebhooksTo(`http://127.0.0.1:${(hook.address() as AddressInfo).port}/`);
});
afterEach(() => {
  received.length = 0;
});
afterAll(async () => {
  hook.closeAllConnections();
  await new Promise((resolve) => hook.close(resolve));
  await sandbox.stop();
});

function events(): readonly string[] {
  return received.map(({ event, payload }) => [event, payload.action].filter(Boolean).join('.'));
}

async function suggest(pull: Pull, place: object, lines: string): Promise<number> {
  const comments = [{ path: 'dos.txt', body: `Better:\n\n\`\`\`suggestion\n${lines}\`\`\``, side: 'RIGHT', ...place }];
  const call = { ...repo, pull_number: pull.number, event: 'COMMENT', comments } as never;
  await client.rest.pulls.createReview(call);
  return sandbox.comments(pull).at(-1)?.id ?? 0;
}

describe('webhooks', () => {
  test('are signed, and say what GitHub says when a pull request is opened and pushed to', async () => {
    const pull = await sandbox.openPullRequest(repository, { files: { 'x.txt': '1\n2\n' } });
    const before = pull.headSha;
    await sandbox.pushTo(pull, { 'x.txt': '1\n' });
    const opened = ['push', 'check_suite.requested', 'pull_request.opened'];
    expect(events()).toEqual([...opened, 'push', 'check_suite.requested', 'pull_request.synchronize']);
    expect(received.at(-1)?.payload).toMatchObject({ before, after: pull.headSha });
    expect(received.every(({ signed }) => signed)).toBe(true);
  });

  test('come for a fork, a merge queue, a re-run and comments, and fit the description', async () => {
    const pull = await sandbox.openPullRequest(repository, { files: { 'x.txt': '0\n' }, fork: 'mallory', draft: true });
    await client.rest.checks.create({ ...repo, name: 'Postern', head_sha: pull.headSha });
    const [run] = sandbox.checkRuns(pull);
    if (run === undefined) throw new Error('The check was not created.');
    await sandbox.rerequestRun(run);
    await sandbox.rerequestSuite(run);
    await sandbox.requestAction(run, 'fix');
    await sandbox.enqueue(pull);
    await sandbox.comment(pull, '/postern explain');
    await sandbox.markReady(pull);
    await sandbox.changeBase(pull, 'main');
    await sandbox.close(pull);
    expect(events()).toEqual([
      'pull_request.opened',
      'check_run.created',
      'check_run.rerequested',
      'check_suite.rerequested',
      'check_run.requested_action',
      'merge_group.checks_requested',
      'issue_comment.created',
      'pull_request.ready_for_review',
      'pull_request.edited',
      'pull_request.closed',
    ]);
    expect(sandbox.violations()).toEqual([]);
  });

  test('can carry a wrong signature', async () => {
    const message = { event: 'pull_request', action: 'opened', payload: {} };
    await sandbox.deliver(message, { signature: 'wrong' });
    expect(received.map(({ signed }) => signed)).toEqual([false]);
  });
});

describe('suggestions', () => {
  test('replace whole lines, keep CRLF and a missing last line end, and outdate the comment', async () => {
    const pull = await sandbox.openPullRequest(repository, { files: { 'dos.txt': 'a\r\nB\r\nC' } });
    const id = await suggest(pull, { start_line: 2, start_side: 'RIGHT', line: 3 }, 'two\nthree\n');
    expect(await sandbox.applySuggestion(id)).toEqual({ commit: pull.headSha });
    expect(await sandbox.readFile(pull, 'dos.txt')).toBe('a\r\ntwo\r\nthree');
    expect(events().at(-1)).toBe('pull_request.synchronize');
    expect(sandbox.comments(pull)[0]?.place).toBeUndefined();
    expect(await sandbox.applySuggestion(id)).toHaveProperty('refused');
  });

  test('with no line delete', async () => {
    const pull = await sandbox.openPullRequest(repository, { files: { 'dos.txt': 'a\r\nB\r\nc' } });
    await sandbox.applySuggestion(await suggest(pull, { line: 2 }, ''));
    expect(await sandbox.readFile(pull, 'dos.txt')).toBe('a\r\nc');
  });

  test('that change nothing are refused', async () => {
    const pull = await sandbox.openPullRequest(repository, { files: { 'dos.txt': 'a\r\nB\r\nc' } });
    const applied = await sandbox.applySuggestion(await suggest(pull, { line: 2 }, 'B\n'));
    expect(applied).toEqual({ refused: 'The suggestion changes nothing.' });
  });

  test('move with their lines when something above is pushed', async () => {
    const pull = await sandbox.openPullRequest(repository, { files: { 'dos.txt': 'a\r\nB\r\nc' } });
    await suggest(pull, { line: 2 }, 'b\n');
    await sandbox.pushTo(pull, { 'dos.txt': 'new\r\na\r\nB\r\nc' });
    expect(sandbox.comments(pull)[0]?.place?.line).toBe(3);
  });
});

describe('trouble', () => {
  function outcome(call: Promise<unknown>): Promise<unknown> {
    return call.then(
      (answer) => (answer as { data: unknown }).data,
      (error: { status: number }) => error.status,
    );
  }
  test.each([
    ['an error of the server', { kind: 'status', status: 502 }, 502],
    ['a secondary limit', { kind: 'secondary-limit' }, 403],
    ['the hourly limit', { kind: 'primary-limit' }, 403],
    ['a connection that is reset', { kind: 'reset' }, 500],
    ['an answer cut in the middle', { kind: 'truncate' }, ''],
  ] as const)('%s hits the next call only', async (_, fault, expected) => {
    sandbox.fail({ ...fault, route: 'GET /repos/{owner}/{repo}' });
    expect(await outcome(client.rest.repos.get(repo))).toBe(expected);
    expect(await outcome(client.rest.repos.get(repo))).toMatchObject({ name: 'shop' });
  });

  test('expired tokens are refused', async () => {
    const [token] = [...sandbox.world.tokens.keys()];
    const url = `${sandbox.world.address}/api/v3/repos/acme/shop`;
    const headers = { authorization: `token ${token}` };
    expect((await fetch(url, { headers })).status).toBe(200);
    sandbox.expireTokens();
    expect((await fetch(url, { headers })).status).toBe(401);
  });
});
