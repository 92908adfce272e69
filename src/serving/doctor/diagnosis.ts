/** What one look at a deployment found. */
export interface Diagnosis {
  readonly about: About;
  /** `doubtful`: it may be as it should be; `wrong`: Postern does not do its work like this. */
  readonly state: 'well' | 'doubtful' | 'wrong';
  readonly says: string;
  /** What to do; of all that are not well. */
  readonly change?: string;
}

export type About =
  | 'settings'
  | 'GitHub App'
  | 'clock'
  | 'permissions'
  | 'events'
  | 'installations'
  | 'webhook'
  | 'deliveries'
  | 'store'
  | 'advisories';

/** One look. It answers also what went wrong while it looked. */
export type Look = () => Promise<readonly Diagnosis[]>;

export function well(about: About, says: string): Diagnosis {
  return { about, state: 'well', says };
}

export function doubtful(about: About, says: string, change: string): Diagnosis {
  return { about, state: 'doubtful', says, change };
}

export function wrong(about: About, says: string, change: string): Diagnosis {
  return { about, state: 'wrong', says, change };
}

/** The words of an error and of what caused it, in one line. */
export function wordsOf(error: unknown): string {
  const told: string[] = [];
  for (let one = error; one instanceof Object && told.length < mostCauses; one = Reflect.get(one, 'cause')) {
    told.push(String(Reflect.get(one, 'message') || Reflect.get(one, 'code') || Reflect.get(one, 'name')));
  }
  const words = told.length === 0 ? String(error) : [...new Set(told)].join(': ');
  return words.replaceAll(/\s+/g, ' ').slice(0, 300);
}

const mostCauses = 4;

/** GitHub's answer to a request that it refused; undefined when there was none. */
export function refusalIn(error: unknown): { readonly status: number; readonly date: unknown } | undefined {
  const response = error instanceof Object ? Reflect.get(error, 'response') : undefined;
  if (!(response instanceof Object)) return undefined;
  const headers = Reflect.get(response, 'headers');
  const date = headers instanceof Object ? Reflect.get(headers, 'date') : undefined;
  return { status: Number(Reflect.get(response, 'status')), date };
}
