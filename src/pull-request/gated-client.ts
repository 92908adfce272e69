import type { Octokit as AnyOctokit } from '@octokit/rest';
import { type GitHub, UnexpectedAnswer } from './client.js';
import { budgetIn, LimitReached, type LimitSigns, limitIn } from './limit.js';

/** The version of GitHub's REST API that Postern is written for; every request names it. */
const restVersion = '2022-11-28';

/** What stands between an installation's calls and GitHub. */
export interface Gate {
  /** Resolves when this call may be made; rejects with `LimitReached` while none may. */
  readonly enter: (isWrite: boolean) => Promise<void>;
  /** GitHub answered, with as many calls left as it says. */
  readonly onAnswer: (left: number | undefined) => void;
  readonly onLimit: (limit: LimitReached) => Promise<void>;
}

/** What every Octokit has. */
type Octokit = Pick<AnyOctokit, 'hook' | 'request' | 'graphql'>;

/** An Octokit as the part that Postern uses; every call goes through the gate. */
export function githubOf(octokit: Octokit, gate: Gate): GitHub {
  octokit.hook.wrap('request', async (request, options) => {
    // A token is the app's own call, and several jobs may wait for the same one: it never waits for anybody.
    if (options.url.startsWith('/app/installations/')) return request(options);
    await gate.enter(isWrite(options));
    options.headers['x-github-api-version'] = restVersion;
    try {
      const answer = await request(options);
      gate.onAnswer(budgetIn(answer.headers));
      return whole(answer, options.url);
    } catch (error) {
      throw await limited(error, gate);
    }
  });
  return {
    request: (route, parameters) => octokit.request(route, parameters),
    graphql: async (query, variables) => {
      try {
        return await octokit.graphql(query, variables);
      } catch (error) {
        throw await limited(error, gate);
      }
    },
  };
}

function isWrite({ method, url, query }: { readonly method: string; readonly url: string; readonly query?: unknown }) {
  if (method === 'GET' || method === 'HEAD') return false;
  return !url.endsWith('/graphql') || (typeof query === 'string' && query.trimStart().startsWith('mutation'));
}

/** An answer that says it is JSON and is not was cut; one that is a page came from something between us and GitHub. */
function whole<Answer extends { readonly data: unknown }>(answer: Answer, url: string): Answer {
  if (typeof answer.data !== 'string' || answer.data === '') return answer;
  throw new UnexpectedAnswer(`GitHub's answer to ${url} is not JSON.`);
}

/** The error, or the limit that it tells of. */
async function limited(error: unknown, gate: Gate): Promise<unknown> {
  const signs = signsOf(error);
  const until = signs && limitIn(signs, Date.now());
  if (until === undefined) return error;
  const limit = new LimitReached(until, signs?.message ?? '');
  await gate.onLimit(limit);
  return limit;
}

/** Octokit throws a refused request with its answer, and GraphQL's refusals with headers and a type. */
function signsOf(error: unknown): LimitSigns | undefined {
  if (!(error instanceof Error) || error instanceof LimitReached) return undefined;
  const { status, response, headers, errors } = error as Error & {
    readonly status?: number;
    readonly response?: { readonly headers?: LimitSigns['headers'] };
    readonly headers?: LimitSigns['headers'];
    readonly errors?: readonly { readonly type?: string }[];
  };
  const told = response?.headers ?? headers;
  const isLimited = errors?.some(({ type }) => type === 'RATE_LIMITED') === true;
  if (isLimited) return { status: 429, headers: told ?? {}, message: error.message };
  return status === undefined ? undefined : { status, headers: told ?? {}, message: error.message };
}
