import { z } from 'zod';
import { ask, type GitHub, type Repository } from '../pull-request/client.js';
import { fingerprintsIn, knownIn, problemsIn } from '../report/fingerprint-marker.js';

/** A review thread that this app began. */
export interface Thread {
  readonly id: string;
  /** The file's present name. */
  readonly path: string;
  readonly fingerprints: readonly string[];
  /** What the check alone told when it was begun. */
  readonly known: readonly string[];
  /** The problems that it and the check told then, each by its fingerprints. */
  readonly problems: readonly (readonly string[])[];
  readonly isResolved: boolean;
  /** The app itself resolved it: if the problem comes back, it may be told again. */
  readonly isResolvedByUs: boolean;
  /** Somebody else wrote into it. */
  readonly isAnswered: boolean;
}

const threadShape = z.object({
  id: z.string(),
  path: z.string(),
  isResolved: z.boolean(),
  resolvedBy: z.object({ login: z.string() }).nullish(),
  comments: z.object({
    totalCount: z.number(),
    nodes: z.array(
      z.object({
        body: z.string(),
        viewerDidAuthor: z.boolean(),
        author: z.object({ login: z.string() }).nullish(),
      }),
    ),
  }),
});

const answerShape = z.object({
  repository: z.object({
    pullRequest: z.object({
      reviewThreads: z.object({
        nodes: z.array(threadShape),
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
      }),
    }),
  }),
});

const query = `query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      reviewThreads(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes {
          id path isResolved resolvedBy { login }
          comments(first: 1) { totalCount nodes { body viewerDidAuthor author { login } } }
        }
      }
    }
  }
}`;

/** Pull requests with more threads than these are talked about enough. */
const mostPages = 20;

/** The threads this app began on a pull request. A marker in anybody else's comment is just text. */
export async function readThreads(
  github: GitHub,
  { owner, repo }: Repository,
  number: number,
): Promise<readonly Thread[]> {
  const threads: Thread[] = [];
  let after: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const answer: z.infer<typeof answerShape> = await ask(github, query, { owner, repo, number, after }, answerShape);
    const { nodes, pageInfo } = answer.repository.pullRequest.reviewThreads;
    threads.push(...nodes.flatMap(toThread));
    if (!pageInfo.hasNextPage || !pageInfo.endCursor) break;
    after = pageInfo.endCursor;
  }
  return threads;
}

function toThread({ id, path, isResolved, resolvedBy, comments }: z.infer<typeof threadShape>): readonly Thread[] {
  const [first] = comments.nodes;
  if (first === undefined || !first.viewerDidAuthor) return [];
  const isResolvedByUs =
    isResolved && resolvedBy?.login !== undefined && sameBot(resolvedBy.login, first.author?.login);
  const fingerprints = fingerprintsIn(first.body);
  const problems = problemsIn(first.body);
  return [
    {
      id,
      path,
      fingerprints,
      known: knownIn(first.body),
      problems,
      isResolved,
      isResolvedByUs,
      isAnswered: comments.totalCount > 1,
    },
  ];
}

function sameBot(a: string, b: string | undefined): boolean {
  return b !== undefined && a.replace(/\[bot\]$/, '') === b.replace(/\[bot\]$/, '');
}

const resolveMutation = `mutation ($thread: ID!) {
  resolveReviewThread(input: { threadId: $thread }) { thread { isResolved } }
}`;

/** Resolves threads. GitHub wants `contents: write` for it; ask only with that permission. */
export async function resolveThreads(github: GitHub, threads: readonly Thread[]): Promise<void> {
  for (const { id } of threads) await github.graphql(resolveMutation, { thread: id });
}
