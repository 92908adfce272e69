import { z } from 'zod';

/** The part of Octokit that Postern uses. Answers are checked before use: a cut answer is a failure, not an empty one. */
export interface GitHub {
  readonly request: (route: string, parameters?: Record<string, unknown>) => Promise<GitHubAnswer>;
  readonly graphql: (query: string, variables: Record<string, unknown>) => Promise<unknown>;
}

export interface GitHubAnswer {
  readonly status: number;
  readonly data: unknown;
  readonly headers?: Readonly<Record<string, string | number | undefined>>;
}

/** Names a repository on GitHub. */
export interface Repository {
  readonly owner: string;
  readonly repo: string;
}

/** Milliseconds until a request counts as failed: GitHub ends its own work after ten seconds, Octokit would wait for minutes. */
const patience = 15_000;

/**
 * `fetch` that gives up: answers that never come end a review, not the server. The timer holds its signal, which
 * `AbortSignal.timeout` does not: on Node 20 that one can be collected before it fires.
 */
export function impatientFetch(url: string | URL | Request, options: RequestInit = {}): Promise<Response> {
  const controller = new AbortController();
  const late = new Promise<never>((_, reject) => {
    const giveUp = () => {
      const reason = new DOMException(`No answer in ${patience / 1000} s.`, 'TimeoutError');
      reject(reason);
      controller.abort(reason);
    };
    setTimeout(giveUp, patience).unref();
  });
  late.catch(() => undefined);
  return Promise.race([fetch(url, { ...options, signal: controller.signal }), late]);
}

/** Answers a GET and checks its shape. */
export async function get<T>(
  github: GitHub,
  route: string,
  parameters: Record<string, unknown>,
  shape: z.ZodType<T>,
): Promise<T> {
  const { data } = await github.request(`GET ${route}`, parameters);
  return checked(data, shape, route);
}

/** A whole list, page by page, up to `most` entries. */
export async function getAll<T>(
  github: GitHub,
  route: string,
  parameters: Record<string, unknown>,
  { shape, most = 3000 }: { readonly shape: z.ZodType<T>; readonly most?: number },
): Promise<readonly T[]> {
  const all: T[] = [];
  for (let page = 1; all.length < most; page += 1) {
    const listed = await get(github, route, { ...parameters, per_page: pageSize, page }, z.array(shape));
    all.push(...listed);
    if (listed.length < pageSize) break;
  }
  return all;
}

const pageSize = 100;

/** Asks GraphQL; things that do not exist or are out of reach are null in the answer. */
export async function ask<T>(
  github: GitHub,
  query: string,
  variables: Record<string, unknown>,
  shape: z.ZodType<T>,
): Promise<T> {
  try {
    return checked(await github.graphql(query, variables), shape, 'GraphQL');
  } catch (error) {
    const partial = partialAnswer.safeParse(error);
    if (!partial.success || !partial.data.errors.every(({ type }) => type === 'NOT_FOUND' || type === 'FORBIDDEN'))
      throw error;
    return checked(partial.data.data, shape, 'GraphQL');
  }
}

const partialAnswer = z.object({
  data: z.record(z.string(), z.unknown()),
  errors: z.array(z.object({ type: z.string().optional() })).min(1),
});

/** GitHub's answer was cut off or is not what it documents. Worth another try. */
export class UnexpectedAnswer extends Error {}

export function checked<T>(data: unknown, shape: z.ZodType<T>, route: string): T {
  const result = shape.safeParse(data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue === undefined ? '' : ` (${issue.path.join('.') || 'whole answer'}: ${issue.message})`;
  throw new UnexpectedAnswer(`GitHub's answer to ${route} is not what it should be${where}.`);
}
