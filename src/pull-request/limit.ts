/** GitHub wants no more calls of this installation until then. The job waits in the store, not in a worker. */
export class LimitReached extends Error {
  constructor(
    readonly until: Date,
    message: string,
  ) {
    super(message);
  }
}

/** What an answer says about limits: its status, its headers in small letters, and the words of an error. */
export interface LimitSigns {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  readonly message?: string;
}

/** GitHub's advice where it gives no time: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
const usualWait = 60_000;

/** No answer makes us wait for longer: primary limits are by the hour. */
const longestWait = 3_600_000;

/**
 * Until when GitHub wants no more calls; undefined: go on. Its own clock counts: `x-ratelimit-reset` is compared with
 * the answer's `date`, so that a clock that is wrong here does not matter.
 */
export function limitIn({ status, headers, message = '' }: LimitSigns, now: number): Date | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const wait = retryAfter(headers, now) ?? untilReset(headers, now) ?? standardWait(status, message);
  return wait === undefined ? undefined : new Date(now + Math.min(Math.max(wait, 1000), longestWait));
}

/** Calls that are left of this hour; undefined where the answer does not say. */
export function budgetIn(headers: LimitSigns['headers']): number | undefined {
  return numberIn(headers['x-ratelimit-remaining']);
}

function standardWait(status: number, message: string): number | undefined {
  return status === 429 || /rate limit/i.test(message) ? usualWait : undefined;
}

/** Seconds, or a date. */
function retryAfter(headers: LimitSigns['headers'], now: number): number | undefined {
  const written = headers['retry-after'];
  if (written === undefined) return undefined;
  const seconds = numberIn(written);
  if (seconds !== undefined) return seconds * 1000;
  const at = Date.parse(String(written));
  return Number.isNaN(at) ? undefined : at - clockOf(headers, now);
}

function untilReset(headers: LimitSigns['headers'], now: number): number | undefined {
  const reset = numberIn(headers['x-ratelimit-reset']);
  return budgetIn(headers) === 0 && reset !== undefined ? reset * 1000 - clockOf(headers, now) : undefined;
}

function clockOf(headers: LimitSigns['headers'], now: number): number {
  const told = Date.parse(String(headers.date ?? ''));
  return Number.isNaN(told) ? now : told;
}

function numberIn(written: string | number | undefined): number | undefined {
  return written !== undefined && /^\d{1,12}$/.test(String(written)) ? Number(written) : undefined;
}
