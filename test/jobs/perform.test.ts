import { beforeEach, describe, expect, test } from '@jest/globals';
import { AnalysisFailed } from '../../src/contained/analysis.js';
import type { Job, PullJob } from '../../src/jobs/job.js';
import { type Outcome, perform, type Workshop } from '../../src/jobs/perform.js';
import type { Reviewer } from '../../src/jobs/reviewer.js';
import { createBlobCache } from '../../src/pull-request/blobs.js';
import { createTreeCache } from '../../src/pull-request/trees.js';
import { defaultSettings } from '../../src/settings/defaults.js';
import { finding, reviewOf } from '../support/finding.js';
import { fakeGitHub, refusal } from '../support/github.js';

const routes = {
  list: 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
  create: 'POST /repos/{owner}/{repo}/check-runs',
  update: 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
  compare: 'GET /repos/{owner}/{repo}/compare/{basehead}',
  post: 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
  pull: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
  pulls: 'GET /repos/{owner}/{repo}/pulls',
  pullsAt: 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls',
};

const [sha, newer] = ['a'.repeat(40), 'b'.repeat(40)];
const source = { installation: 1, owner: 'acme', repo: 'app', url: 'https://github.com/acme/app', delivery: 'd' };
const job: PullJob = { ...source, kind: 'pull', number: 1, head: sha, base: 'base', baseRef: 'main', reason: 'pushed' };
const group: Job = { ...source, kind: 'group', head: sha, base: 'base', baseRef: 'main' };
const open = { state: 'OPEN', isDraft: false, headRefOid: sha, baseRefName: 'main' };
const threads = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
const patch = '@@ -0,0 +1 @@\n+open';

let enqueued: Job[] = [];
let failures: unknown[] = [];
beforeEach(() => {
  enqueued = [];
  failures = [];
});

interface Given {
  readonly pullRequest?: object | null | undefined;
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly reviewer?: Reviewer;
  readonly signal?: AbortSignal;
  /** Attempts that nobody knows the end of. */
  readonly before?: number;
}

const found: Reviewer = async () => ({ review: reviewOf([finding()]), settings: defaultSettings(), notices: [] });

/** Attempts a job until it is done or has to wait for longer than its pauses. */
async function performed(given: Job, workshop: Workshop, signal: AbortSignal, before: number): Promise<Outcome> {
  let outcome: Outcome = { job: given, at: new Date(), counts: false };
  for (let attempts = before; outcome !== 'done' && outcome.at.getTime() <= Date.now(); attempts += 1) {
    outcome = await perform(outcome.job, attempts, workshop, signal);
  }
  return outcome;
}

/** Does a job and tells how the check ended and what else was written. */
async function outcomeOf(
  given: Job,
  { pullRequest = open, answers = {}, reviewer = found, signal, before = 0 }: Given = {},
) {
  const github = fakeGitHub({
    query: ({ query }: Readonly<Record<string, unknown>>) =>
      String(query).includes('reviewThreads(first: 100')
        ? { repository: { pullRequest: { reviewThreads: threads } } }
        : { repository: { settings: null, pullRequest }, confidential: null, open: null },
    [routes.list]: { total_count: 0, check_runs: [] },
    [routes.create]: { id: 5 },
    [routes.update]: {},
    [routes.compare]: {
      merge_base_commit: { sha: 'base' },
      files: [{ filename: 'template.yaml', status: 'added', patch }],
    },
    [routes.post]: {},
    ...answers,
  });
  const workshop: Workshop = {
    reviewer,
    scanner: async () => undefined,
    words: () => undefined,
    pauses: [0, 0],
    memory: { trees: createTreeCache(), blobs: createBlobCache() },
    enqueue: async (next) => void enqueued.push(...next),
    onFailure: (error) => void failures.push(error),
    onConcluded: async () => undefined,
    stage: (_, work) => work(),
    remember: async () => undefined,
    sweep: {
      history: { unreviewed: async () => new Set() },
      cache: { get: async () => undefined, set: async () => undefined },
    },
    connect: async () => ({ github, mayResolve: async () => false, renew: async () => undefined }),
  };
  const outcome = await performed(given, workshop, signal ?? new AbortController().signal, before);
  const ended = github.asked.findLast(
    ({ route, parameters }) => route === routes.update || (route === routes.create && 'conclusion' in parameters),
  )?.parameters as Ended | undefined;
  const reviews = github.asked.filter(({ route }) => route === routes.post);
  return { github, outcome, ended, title: ended?.output.title, conclusion: ended?.conclusion, reviews };
}

interface Ended {
  readonly conclusion: string;
  readonly output: { readonly title: string; readonly summary: string; readonly annotations?: readonly object[] };
}

test('attempts that ended with their process take none of those that a fault may need', async () => {
  let faults = 1;
  const reviewer: Reviewer = (...given) => {
    faults -= 1;
    return faults < 0 ? found(...given) : Promise.reject(Object.assign(new Error('busy'), { status: 502 }));
  };
  const { title, reviews } = await outcomeOf(job, { reviewer, before: 7 });
  expect(title).not.toBe('Could not review this change');
  expect(reviews).toHaveLength(1);
});

describe('a pull request', () => {
  const drafts = { ...defaultSettings(), review: { ...defaultSettings().review, drafts: true } };
  const eager: Reviewer = async () => ({ review: reviewOf([finding()]), settings: drafts, notices: [] });
  test.each([
    ['that is open is commented and its check concluded', {}, 'failure', 1],
    ['that is a draft gets its check only', { pullRequest: { ...open, isDraft: true } }, 'failure', 0],
    [
      'that is a draft where drafts are wanted is commented',
      { pullRequest: { ...open, isDraft: true }, reviewer: eager },
      'failure',
      1,
    ],
    ['that was closed meanwhile gets its check only', { pullRequest: { ...open, state: 'MERGED' } }, 'failure', 0],
    ['that is gone gets a neutral check', { pullRequest: null }, 'neutral', 0],
  ])('%s', async (_, given, conclusion, count) => {
    const result = await outcomeOf(job, given);
    expect([result.conclusion, result.reviews.length]).toEqual([conclusion, count]);
  });

  test('whose head is newer by now is reviewed there instead', async () => {
    const { conclusion, title } = await outcomeOf(job, { pullRequest: { ...open, headRefOid: newer } });
    expect([conclusion, title]).toEqual(['cancelled', 'Superseded by a newer commit']);
    expect(enqueued).toEqual([{ ...job, head: newer }]);
  });

  test('whose base changed meanwhile is compared with the new one', async () => {
    const { conclusion } = await outcomeOf(job, { pullRequest: { ...open, baseRefName: 'next' } });
    expect([conclusion, enqueued]).toEqual(['cancelled', [{ ...job, baseRef: 'next', reason: 'rebased' }]]);
  });

  test('that was pushed to while it was reviewed is concluded as superseded, without comments', async () => {
    const controller = new AbortController();
    const reviewer: Reviewer = async () => {
      controller.abort(newer);
      return found({} as never, {} as never, {} as never);
    };
    const { ended, reviews } = await outcomeOf(job, { reviewer, signal: controller.signal });
    expect([ended?.conclusion, reviews]).toEqual(['cancelled', []]);
    expect(ended?.output.summary).toContain(newer);
  });

  test('whose review GitHub refuses tells everything in the check', async () => {
    const { ended } = await outcomeOf(job, { answers: { [routes.post]: () => Promise.reject(refusal(422)) } });
    expect(ended?.output.annotations).toHaveLength(1);
  });

  test('that has its result is not reviewed again', async () => {
    const run = { id: 5, name: 'Postern', status: 'completed', conclusion: 'success', external_id: `pull/1/${sha}` };
    const { github } = await outcomeOf(job, { answers: { [routes.list]: { total_count: 1, check_runs: [run] } } });
    expect(github.asked.map(({ route }) => route)).toEqual([routes.list]);
  });
});

test('an entry of the merge queue gets a check and no comments', async () => {
  const { ended, reviews } = await outcomeOf(group);
  expect([ended?.conclusion, ended?.output.annotations?.length, reviews]).toEqual(['failure', 1, []]);
});

describe('when something fails', () => {
  const failing = (...errors: readonly Error[]) => {
    const left = [...errors];
    return () => {
      const error = left.shift();
      return error === undefined ? { merge_base_commit: { sha: 'base' }, files: [] } : Promise.reject(error);
    };
  };
  const [down, forbidden] = [refusal(502), refusal(403)];
  const missing = Object.assign(refusal(403), {
    response: { headers: { 'x-accepted-github-permissions': 'contents=read' } },
  });

  test.each([
    ['for a moment, it is tried again', [down], 'success', 0],
    [
      'once by a cut connection, it is tried again',
      [Object.assign(new Error('x'), { code: 'ECONNRESET' })],
      'success',
      0,
    ],
    ['for long, the check ends', [down, down, down], 'neutral', 1],
    ['since GitHub does not know the commit yet, it is tried again', [refusal(404), refusal(422)], 'success', 0],
    ['for good, the check ends after as many tries', [forbidden, forbidden, forbidden], 'neutral', 1],
  ])('%s', async (_, errors, conclusion, count) => {
    const nothing: Reviewer = async () => ({ review: reviewOf([]), settings: defaultSettings(), notices: [] });
    const result = await outcomeOf(job, { reviewer: nothing, answers: { [routes.compare]: failing(...errors) } });
    expect([result.conclusion, failures.length]).toEqual([conclusion, count]);
  });

  test.each([
    ['a missing permission is named', missing, 'the app needs the permission `contents=read`'],
    ['the status is said', forbidden, 'status 403'],
    ['the analysis says why', new AnalysisFailed('It ran out of memory @all.'), 'It ran out of memory @&#8203;all.'],
    ['an unknown error is left to the log', new Error('secret detail'), 'the log has it'],
  ])('%s', async (_, error, expected) => {
    const { ended } = await outcomeOf(job, { reviewer: () => Promise.reject(error) });
    expect(ended?.output.summary).toContain(expected);
    expect(ended?.output.summary).toContain('This change was not reviewed. Re-run this check to try again.');
  });

  const under = (written: string | undefined) => (given: Readonly<Record<string, unknown>>) => {
    if (written === undefined) return Promise.reject(down);
    const settings = { text: written };
    return String(given.query).includes('reviewThreads(first: 100')
      ? { repository: { pullRequest: { reviewThreads: threads } } }
      : { repository: { settings, pullRequest: open }, confidential: null, open: null };
  };

  test.each([
    ['advisory does not fail', 'profile: advisory', 'neutral'],
    ['standard does not fail', 'profile: standard', 'neutral'],
    ['strict fails', 'profile: strict', 'failure'],
    ['settings with a mistake leave the default in force, and do not fail', 'profile: [', 'neutral'],
    ['settings that GitHub does not give may be strict, and fail', undefined, 'failure'],
  ])('the profile decides how the check ends: %s', async (_, settings, conclusion) => {
    const answers = { query: under(settings) };
    const failed: Reviewer = () => Promise.reject(new AnalysisFailed('It ran out of memory.'));
    const ended = await outcomeOf(job, { reviewer: failed, answers });
    expect([ended.title, ended.conclusion]).toEqual(['Could not review this change', conclusion]);
  });

  test('even at concluding, the job is rejected so that it stays', async () => {
    const answers = { [routes.update]: () => Promise.reject(down) };
    const { outcome } = await outcomeOf(job, { answers });
    expect(outcome).toEqual({ job: { ...job, failures: 2 }, at: expect.any(Date), counts: false });
  });

  test('because the app was removed, the job is over', async () => {
    await outcomeOf(job, { answers: { [routes.list]: () => Promise.reject(refusal(404)) } });
    expect(failures).toHaveLength(1);
  });
});

describe('a commit whose checks are asked for again', () => {
  const pull = { number: 1, state: 'open', head: { sha }, base: { sha: 'base', ref: 'main' } };
  const asked: Job = { ...source, kind: 'commit', head: sha, externalId: undefined, branch: undefined };
  const again = { ...job, reason: 'asked' };
  const named = {
    [routes.list]: {
      total_count: 1,
      check_runs: [{ id: 5, name: 'Postern', status: 'completed', external_id: `pull/1/${sha}` }],
    },
  };
  test.each([
    ['by the id of its check', { ...asked, externalId: `pull/1/${sha}` }, { [routes.pull]: pull }, [again]],
    ['by the id of an earlier check', asked, { ...named, [routes.pull]: pull }, [again]],
    ['by its commit, as of a fork', asked, { [routes.pullsAt]: [pull] }, [again]],
    ['which is no head any more', asked, { [routes.pullsAt]: [{ ...pull, head: { sha: newer } }] }, []],
    [
      'which is an entry of the merge queue',
      { ...asked, branch: `gh-readonly-queue/main/pr-1-${newer}` },
      {},
      [{ ...source, kind: 'group', head: sha, base: newer, baseRef: 'main' }],
    ],
  ])('is found %s', async (_, given, answers, expected) => {
    await outcomeOf(given, { answers });
    expect(enqueued).toEqual(expected);
  });
});

test('a survey reviews the open pull requests', async () => {
  const pull = { number: 1, state: 'open', head: { sha }, base: { sha: 'base', ref: 'main' } };
  await outcomeOf({ ...source, kind: 'survey' }, { answers: { [routes.pulls]: [pull] } });
  expect(enqueued).toEqual([job]);
});

describe('a superseded head', () => {
  const given: Job = { ...source, kind: 'superseded', head: sha, externalId: `pull/1/${sha}`, by: newer };
  const at = (head: string) => ({
    [routes.pull]: { number: 1, state: 'open', head: { sha: head }, base: { sha, ref: 'main' } },
  });

  test('gets a concluded check', async () => {
    expect((await outcomeOf(given, { answers: at(newer) })).conclusion).toBe('cancelled');
  });

  test('that is the newest after all, since webhooks came in another order, is left to its review', async () => {
    const { github } = await outcomeOf(given, { answers: at(sha) });
    expect(github.asked.map(({ route }) => route)).toEqual([routes.pull]);
  });
});
