import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import nock from 'nock';
import { Probot } from 'probot';
import postern from '../src/app.js';
import { patchBetween } from '../src/diff/patch.js';
import { sourcesOf } from '../src/findings/sources.js';
import type { Reviewer } from '../src/jobs/reviewer.js';
import { startJobs } from '../src/jobs/start.js';
import type { Store } from '../src/jobs/store/store.js';
import type { Workers } from '../src/jobs/workers.js';
import { defaultSettings } from '../src/settings/defaults.js';
import { topicsOf } from '../src/topics/topics.js';
import { jobsOf, noteJob } from '../src/webhooks/decide.js';
import { fixable, reviewOf } from './support/finding.js';
import { PlainOctokit } from './support/octokit.js';
import { silentEvents, untilIdle } from './support/postern.js';
import { openTestStore } from './support/store.js';

const sha = 'a'.repeat(40);
const head = 'Hello:\n  AuthType: NONE\n';
const base = 'b'.repeat(40);
const oid = 'c'.repeat(40);
let store: Store;
let workers: Workers;
let probot: Probot;
let sent: { readonly route: string; readonly body: unknown }[] = [];

/** Reads one file on both sides and finds one problem in it. */
const reviewer: Reviewer = async (pull) => {
  await Promise.all([pull.read('base', ['template.yaml']), pull.read('head', ['template.yaml'])]);
  const found = fixable(head, 'NONE', 'AWS_IAM');
  const texts = sourcesOf(new Map([['template.yaml', head]]));
  const diff = { patches: new Map([['template.yaml', patchBetween('', head)]]), headPath: String, texts };
  const topics = topicsOf([found], diff, { profile: 'standard', together: () => new Set() });
  const review = reviewOf([found], { texts, topics });
  return { review, settings: defaultSettings(), notices: [] };
};

const words = () => ({
  title: 'Open',
  several: ['doors', 'are open'] as const,
  why: 'Why.',
  remedy: 'Close it.',
  acceptable: 'Never.',
  page: undefined,
});

beforeAll(async () => {
  nock.disableNetConnect();
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  probot = new Probot({ appId: 1, privateKey, logLevel: 'fatal', Octokit: PlainOctokit });
  await probot.ready();
  postern(probot, noteJob);
  store = await openTestStore({ betweenWrites: 0 });
  const events = { ...silentEvents, onFailure: (error: unknown) => console.error(error) };
  workers = startJobs({
    probot,
    store,
    reviewer,
    scanner: async () => undefined,
    words,
    workers: 1,
    pauses: [],
    pollEvery: 20,
    events,
  });
});
afterAll(async () => {
  nock.enableNetConnect();
  await workers.stop(0);
  await store.close();
});
beforeEach(() => {
  sent = [];
  nock.cleanAll();
});

const api = () => nock('https://api.github.com');
const note = (route: string) => (body: unknown) => {
  sent.push({ route, body });
  return true;
};

/** GitHub as it is asked for a small pull request; every answer once. */
function expectReview(): readonly nock.Scope[] {
  const repo = '/repos/acme/app';
  const listed = { filename: 'template.yaml', status: 'added', patch: '@@ -0,0 +1,2 @@\n+Hello:\n+  AuthType: NONE' };
  const file = { path: 'template.yaml', sha: oid, mode: '100644', type: 'blob', size: head.length };
  const pullRequest = { state: 'OPEN', isDraft: false, headRefOid: sha, baseRefName: 'main' };
  const threads = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
  const answers = [
    { repository: { settings: null, pullRequest }, confidential: null, open: null },
    { repository: { b0: { text: head, isBinary: false, isTruncated: false } } },
    { repository: { pullRequest: { reviewThreads: threads } } },
  ];
  return [
    api()
      .post('/app/installations/7/access_tokens')
      .reply(201, { token: 't', expires_at: '2100-01-01T00:00:00Z', permissions: { contents: 'read' } }),
    api().get(`${repo}/commits/${sha}/check-runs`).query(true).reply(200, { total_count: 0, check_runs: [] }),
    api().post(`${repo}/check-runs`, note('begin')).reply(201, { id: 5 }),
    ...answers.map((data) => api().post('/graphql').reply(200, { data })),
    api()
      .get(`${repo}/compare/refs%2Fheads%2Fmain...${sha}`)
      .query({ per_page: 1, page: 1 })
      .reply(200, { merge_base_commit: { sha: 'base' }, files: [listed] }),
    api().get(`${repo}/git/trees/base`).query(true).reply(200, { truncated: false, tree: [] }),
    api()
      .get(`${repo}/git/trees/${sha}`)
      .query(true)
      .reply(200, { truncated: false, tree: [file] }),
    api().post(`${repo}/pulls/3/reviews`, note('review')).reply(200, {}),
    api().patch(`${repo}/check-runs/5`, note('complete')).reply(200, {}),
  ];
}

test('a pull request is opened: the check begins, one review is posted, the check is completed', async () => {
  const scopes = expectReview();
  const jobs = await jobsOf(probot, {
    id: 'd1',
    name: 'pull_request',
    payload: {
      action: 'opened',
      installation: { id: 7 },
      repository: { name: 'app', html_url: 'https://github.com/acme/app', owner: { login: 'acme' } },
      pull_request: { number: 3, head: { sha }, base: { sha: base, ref: 'main' } },
    },
  });
  expect(await store.tasks.accept('d1', jobs)).toBe(true);
  workers.wake();
  await untilIdle(store);
  expect(sent).toEqual([
    {
      route: 'begin',
      body: {
        name: 'Postern',
        head_sha: sha,
        external_id: `pull/3/${sha}`,
        status: 'in_progress',
        details_url: 'https://github.com/acme/app/pull/3/files',
      },
    },
    {
      route: 'review',
      body: {
        commit_id: sha,
        event: 'COMMENT',
        body: 'Postern found 1 new problem on lines of this change.',
        comments: [
          { path: 'template.yaml', line: 2, side: 'RIGHT', body: expect.stringContaining('AuthType: AWS_IAM') },
        ],
      },
    },
    {
      route: 'complete',
      body: {
        status: 'completed',
        conclusion: 'failure',
        output: {
          title: '1 new problem, 1 fails this check',
          summary: expect.stringContaining('The URL of Hello is open to anyone.'),
        },
      },
    },
  ]);
  for (const scope of scopes) scope.done();
});
