/** What may be changed about asking, mostly for tests. */
export interface RequestOptions {
  /** Milliseconds for one answer. */
  readonly timeout: number;
  /** How often a passing fault is tried again. */
  readonly retries: number;
  /** The longest wait between two tries, in milliseconds; a service that asks for more is not waited for. */
  readonly longestWait: number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** The options of a server. */
export const defaultRequestOptions: RequestOptions = {
  timeout: 20_000,
  retries: 3,
  longestWait: 30_000,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** An answer, or in one sentence why there is none. */
export type Answer = { readonly ok: true; readonly body: unknown } | { readonly ok: false; readonly reason: string };

interface Attempt {
  readonly answer: Answer;
  /** Set for faults that may pass: how long to wait, in milliseconds, if the service says so. */
  readonly again?: { readonly after: number | undefined };
}

const largestBody = 64_000_000;

/** Asks for JSON. Passing faults (429, 5xx, time-outs, broken bodies) are tried again; the rest is told at once. */
export async function requestJson(url: string, body: unknown, options: RequestOptions): Promise<Answer> {
  for (let tried = 0; ; tried += 1) {
    const { answer, again } = await attempt(url, body, options);
    if (again === undefined || tried >= options.retries) return answer;
    const wait = again.after ?? 500 * 2 ** tried;
    if (wait > options.longestWait) return answer;
    await options.sleep(wait);
  }
}

async function attempt(url: string, body: unknown, options: RequestOptions): Promise<Attempt> {
  const host = new URL(url).host;
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(options.timeout),
      ...(body !== undefined && {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    });
    if (!response.ok) return refused(response, host);
    const text = await response.text();
    if (text.length > largestBody) return failed(`${host} answered with more than can be read`);
    return parsed(text, host);
  } catch (error) {
    const late = typeof error === 'object' && error !== null && 'name' in error && error.name === 'TimeoutError';
    return {
      ...failed(late ? `${host} did not answer in time` : `${host} could not be reached`),
      again: { after: undefined },
    };
  }
}

function failed(reason: string): Attempt {
  return { answer: { ok: false, reason } };
}

function parsed(text: string, host: string): Attempt {
  try {
    return { answer: { ok: true, body: JSON.parse(text) } };
  } catch {
    return { ...failed(`${host} answered with broken JSON`), again: { after: undefined } };
  }
}

async function refused(response: Response, host: string): Promise<Attempt> {
  await response.body?.cancel();
  const attempt = failed(`${host} answered ${response.status}`);
  const passing = response.status === 429 || response.status >= 500;
  return passing ? { ...attempt, again: { after: retryAfter(response.headers.get('retry-after')) } } : attempt;
}

/** Seconds, or a date. */
export function retryAfter(header: string | null | undefined): number | undefined {
  if (header === null || header === undefined) return undefined;
  const seconds = Number(header);
  if (!Number.isNaN(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
