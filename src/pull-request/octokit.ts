import { ProbotOctokit } from 'probot';
import { impatientFetch } from './client.js';

type Say = (fields: unknown, message?: string) => void;
type Log = Readonly<Record<'debug' | 'info' | 'warn' | 'error', Say>>;

/** Probot logs what a request sends beside its route: comments with lines of source. Only the route is logged here. */
function withoutBodies(log: Log): Log {
  const bare =
    (level: keyof Log): Say =>
    (fields, message) =>
      log[level](message ?? fields);
  return { debug: bare('debug'), info: bare('info'), warn: bare('warn'), error: bare('error') };
}

/**
 * Octokit as the app uses it: one request for one call. Waiting and trying again is the queue's business, where it does
 * not hold a worker.
 */
export const AppOctokit: typeof ProbotOctokit = ProbotOctokit.defaults((options: Record<string, unknown>) => ({
  ...options,
  ...withOwnRequest(options),
  ...(options.log !== undefined && { log: withoutBodies(options.log as Log) }),
  retry: { enabled: false },
  throttle: { enabled: false },
}));

/** Tokens are asked for at the same GitHub as everything else, Enterprise Server included, and with the same patience. */
function withOwnRequest({ auth, baseUrl }: Record<string, unknown>): Record<string, unknown> {
  if (typeof auth !== 'object' || auth === null || !('request' in auth)) return {};
  const { request } = auth as { readonly request: { readonly defaults: (options: object) => unknown } };
  const own = { request: { fetch: impatientFetch }, ...(baseUrl !== undefined && { baseUrl }) };
  return { auth: { ...auth, request: request.defaults(own) } };
}
