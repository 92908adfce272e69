import { AsyncLocalStorage } from 'node:async_hooks';
import { ProbotOctokit } from 'probot';
import type { GitHub } from './client.js';

/** GitHub asks for a second between writes: https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api */
const betweenWrites = 1000;

/** A limit passes; each time GitHub says how long to wait. */
const mostLimitRetries = 20;

/** True while a GraphQL query runs: it only reads, and need not wait between writes as GraphQL otherwise does. */
const reading = new AsyncLocalStorage<boolean>();

/** One write at a time for each installation, with a pause between their starts. */
function writeLanes() {
  const free = new Map<string, number>();
  const schedule = async <T>(id: string, run: () => Promise<T>): Promise<T> => {
    if (reading.getStore()) return run();
    const now = Date.now();
    const at = Math.max(now, free.get(id) ?? 0);
    free.set(id, at + betweenWrites);
    if (at > now) await new Promise((resolve) => setTimeout(resolve, at - now));
    return run();
  };
  return { key: (id: string) => ({ schedule: <T>(_: unknown, run: () => Promise<T>) => schedule(id, run) }) };
}

/** Octokit as the app uses it: paced, and patient with GitHub's limits. */
export const PacedOctokit: typeof ProbotOctokit = ProbotOctokit.defaults((options: Record<string, unknown>) => ({
  ...options,
  ...withBaseUrl(options),
  throttle: {
    ...Object(options.throttle),
    write: lanes,
    onRateLimit: retriesLimit,
    onSecondaryRateLimit: retriesLimit,
  },
}));

const lanes = writeLanes();

/** Tokens asked for outside of a request go to the same GitHub as everything else, Enterprise Server included. */
function withBaseUrl({ auth, baseUrl }: Record<string, unknown>): Record<string, unknown> {
  if (typeof auth !== 'object' || auth === null || !('request' in auth) || baseUrl === undefined) return {};
  const { request } = auth as { readonly request: { readonly defaults: (options: object) => unknown } };
  return { auth: { ...auth, request: request.defaults({ baseUrl }) } };
}

function retriesLimit(_after: number, _options: unknown, _octokit: unknown, retries: number): boolean {
  return retries < mostLimitRetries;
}

/** An Octokit as the part that Postern uses. */
export function githubOf(octokit: InstanceType<typeof ProbotOctokit>): GitHub {
  return {
    request: (route, parameters) => octokit.request(route, parameters),
    graphql: (query, variables) =>
      query.trimStart().startsWith('mutation')
        ? octokit.graphql(query, variables)
        : reading.run(true, () => octokit.graphql(query, variables)),
  };
}
