import { expect, test } from '@jest/globals';
import { perform } from '../../src/jobs/perform.js';
import type { Reviewer } from '../../src/jobs/reviewer.js';
import { createBlobCache } from '../../src/pull-request/blobs.js';
import { createTreeCache } from '../../src/pull-request/trees.js';
import { defaultSettings } from '../../src/settings/defaults.js';
import { reviewOf } from '../support/finding.js';
import { fakeGitHub } from '../support/github.js';

const sha = 'a'.repeat(40);
const paths = Array.from({ length: 100 }, (_, index) => `stack${index}/template.yaml`);
const oidOf = (side: string, index: number) => `${side}${index.toString(16)}`.padEnd(40, '0');
const treeOf = (side: string) => ({
  truncated: false,
  tree: paths.map((path, index) => ({ path, sha: oidOf(side, index), mode: '100644', type: 'blob', size: 2000 })),
});

/** Reads every file on both sides, one side after the other, as the engine does. */
const reviewer: Reviewer = async (pull) => {
  for (const side of ['base', 'head'] as const) {
    await pull.list(side);
    await pull.read(side, paths.slice(0, 50));
    await pull.read(side, paths);
  }
  return { review: reviewOf([]), settings: defaultSettings(), notices: [] };
};

test('a pull request with a hundred files and no findings takes at most twelve calls, the token included', async () => {
  const pullRequest = { state: 'OPEN', isDraft: false, headRefOid: sha, baseRefName: 'main' };
  const github = fakeGitHub({
    'GET /repos/{owner}/{repo}/commits/{ref}/check-runs': { total_count: 0, check_runs: [] },
    'POST /repos/{owner}/{repo}/check-runs': { id: 5 },
    'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}': {},
    'GET /repos/{owner}/{repo}/compare/{basehead}': {
      merge_base_commit: { sha: 'b' },
      files: paths.map((filename) => ({ filename, status: 'modified', patch: '@@ -1 +1 @@\n-a\n+b' })),
    },
    'GET /repos/{owner}/{repo}/git/trees/{tree_sha}': ({ tree_sha }: Readonly<Record<string, unknown>>) =>
      treeOf(tree_sha === 'b' ? 'b' : 'c'),
    query: ({ query }: Readonly<Record<string, unknown>>) => ({
      repository: {
        settings: null,
        pullRequest: { ...pullRequest, reviewThreads: { totalCount: 0 } },
        ...Object.fromEntries(
          [...String(query).matchAll(/(b\d+): object/g)].map(([, name]) => [
            name,
            { text: 'a: 1\n', isBinary: false, isTruncated: false },
          ]),
        ),
      },
      confidential: null,
      open: null,
    }),
  });
  await perform(
    {
      kind: 'pull',
      installation: 1,
      owner: 'acme',
      repo: 'app',
      url: 'https://github.com/acme/app',
      delivery: 'd',
      number: 1,
      head: sha,
      base: 'b',
      baseRef: 'main',
      reason: 'pushed',
    },
    0,
    {
      reviewer,
      scanner: async () => undefined,
      words: () => undefined,
      pauses: [],
      memory: { trees: createTreeCache(), blobs: createBlobCache() },
      enqueue: async () => undefined,
      onConcluded: async () => undefined,
      stage: (_, work) => work(),
      remember: async () => undefined,
      sweep: {
        history: { unreviewed: async () => new Set() },
        cache: { get: async () => undefined, set: async () => undefined },
      },
      onFailure: (error) => {
        throw error;
      },
      connect: async () => ({ github, mayResolve: async () => false, renew: async () => undefined }),
    },
    new AbortController().signal,
  );
  expect(github.asked.at(-1)?.parameters).toMatchObject({ conclusion: 'success' });
  expect(github.asked.length + 1).toBeLessThanOrEqual(12);
});
