import type { Account, Repository, World } from '../world.js';
import type { Call, Caller } from './call.js';
import { notFound } from './refusal.js';

/** One call on its way through a route. */
export interface Exchange {
  readonly world: World;
  readonly caller: Caller;
  /** Who is seen to act: the app's bot. */
  readonly actor: Account;
  readonly repository: Repository | undefined;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly accept: string;
  readonly url: string;
  readonly call: Call;
  readonly answerHeaders: Record<string, string>;
  /** Done after the answer was sent: what GitHub then tells apps. */
  readonly later: (task: () => Promise<void>) => void;
  readonly violation: (kind: string, detail: string) => void;
}

export interface Answer {
  readonly status?: number;
  /** JSON; left out together with `bytes` for an answer without a body. */
  readonly body?: unknown;
  readonly bytes?: Buffer;
  readonly type?: string;
  /** GitHub's description is narrower than what it sends: the answer is not compared with it. */
  readonly looser?: boolean;
}

export interface Route {
  /** In the words of GitHub's description: `GET /repos/{owner}/{repo}`. */
  readonly route: string;
  /** Who may call; installations when left out. */
  readonly caller?: 'app' | 'installation' | 'anyone';
  readonly permission?: string;
  readonly creates?: boolean;
  readonly answer: (exchange: Exchange) => Answer | Promise<Answer>;
}

/** The repository of a route that names one. */
export function repositoryOf(exchange: Exchange): Repository {
  if (exchange.repository === undefined) throw notFound();
  return exchange.repository;
}

export function parameter(exchange: Exchange, name: string): string {
  return exchange.parameters[name] ?? '';
}

/** A number in the path; any other text is a path that does not exist. */
export function numberParameter(exchange: Exchange, name: string): number {
  const text = parameter(exchange, name);
  if (!/^\d+$/.test(text)) throw notFound();
  return Number(text);
}

export function queryText(exchange: Exchange, name: string): string | undefined {
  const value = exchange.query[name];
  return value === undefined ? undefined : String(value);
}

/** The body of a route whose request was checked against GitHub's description. */
export function bodyOf<Body>(exchange: Exchange): Body {
  return (exchange.body ?? {}) as Body;
}

/** Whether the caller asked for another form of the answer, as `application/vnd.github.raw+json` does. */
export function wants(exchange: Exchange, form: string): boolean {
  return new RegExp(`application/vnd\\.github\\.(?:v3\\.)?${form}(?:\\+json)?\\b`).test(exchange.accept);
}
