import type { Octokit } from '@octokit/rest';
import { type GitHub, impatientFetch, UnexpectedAnswer } from '../pull-request/client.js';
import { githubOf } from '../pull-request/gated-client.js';
import { LimitReached } from '../pull-request/limit.js';
import { isNetworkError, permissionOf, statusOf } from '../pull-request/refusal.js';
import { CannotRun } from './cannot-run.js';

/** Who asks GitHub, and where it is: `https://api.github.com`, or the API of an Enterprise Server. */
export interface Access {
  readonly token: string;
  readonly address: string | undefined;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** The token and the address as workflows and GitHub's own command line name them. */
export function accessIn({ GITHUB_TOKEN, GH_TOKEN, GITHUB_API_URL }: Variables): Access {
  const token = GITHUB_TOKEN || GH_TOKEN;
  if (!token) throw new CannotRun('GITHUB_TOKEN is not set: set it to a token that may read the pull request.');
  return { token, address: GITHUB_API_URL || undefined };
}

/** A client that acts with a token. Nothing waits for a limit here: whoever called learns how long it lasts. */
export async function openGitHub({ token, address }: Access): Promise<GitHub> {
  const { Octokit } = await import('@octokit/rest');
  const client: Octokit = new Octokit({
    auth: token,
    ...(address !== undefined && { baseUrl: address.replace(/\/$/, '') }),
    request: { fetch: impatientFetch },
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  });
  return githubOf(client, {
    enter: async () => undefined,
    onAnswer: () => undefined,
    onLimit: async () => undefined,
  });
}

function ignore(): void {}

/** Does something with GitHub; what GitHub refuses is one sentence. `what`: what was to be done. */
export async function withGitHub<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    const told = refusalOf(error);
    if (told === undefined) throw error;
    throw new CannotRun(`${what}: ${told}`);
  }
}

function refusalOf(error: unknown): string | undefined {
  if (error instanceof LimitReached)
    return `GitHub takes no more requests of this token until ${error.until.toISOString()}.`;
  if (error instanceof UnexpectedAnswer) return error.message;
  const status = statusOf(error);
  const permission = permissionOf(error);
  if (status === 401) return 'the token is not valid, or not any more; check GITHUB_TOKEN.';
  if (status === 403)
    return `the token lacks a permission${permission === undefined ? '' : ` (${permission})`}; check GITHUB_TOKEN.`;
  if (status === 404) return 'it does not exist, or the token may not read it; check GITHUB_TOKEN.';
  if (isNetworkError(error) || (status !== undefined && !isAnswered(error))) return 'GitHub cannot be reached.';
  return status === undefined ? undefined : `GitHub answered with status ${status}.`;
}

/** Octokit gives the status 500 to requests that never got an answer. */
function isAnswered(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'response' in error && error.response !== undefined;
}

/** A client that keeps what GitHub refused of some route. */
export function noting(github: GitHub, route: string): { readonly github: GitHub; readonly refused: () => unknown } {
  let refused: unknown;
  const request: GitHub['request'] = async (called, parameters) => {
    try {
      return await github.request(called, parameters);
    } catch (error) {
      if (called === route) refused = error;
      throw error;
    }
  };
  return { github: { ...github, request }, refused: () => refused };
}

/** True if GitHub refuses something for the lack of a permission. */
export function isForbidden(error: unknown): boolean {
  return statusOf(error) === 403 || statusOf(error) === 404;
}
