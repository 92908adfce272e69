import type { Installation, Permissions } from '../world.js';

/** One request that reached the sandbox. */
export interface Call {
  readonly sequence: number;
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** The route in GitHub's words, `POST /repos/{owner}/{repo}/check-runs`, or `POST /graphql`. */
  route: string;
  /** Whose installation calls, or asks for a token; undefined: the app itself, or nobody. */
  readonly owner: string | undefined;
  status: number;
  body: unknown;
  answerBytes: number;
  /** True for a mutation, and for any other method than GET. */
  writes: boolean;
  finishedAt: number | undefined;
}

/** A breach of GitHub's contract. */
export interface Violation {
  readonly kind: string;
  readonly detail: string;
  readonly route: string;
}

export interface Token {
  readonly secret: string;
  readonly installation: Installation;
  readonly permissions: Permissions;
  readonly repositories: ReadonlySet<number> | undefined;
  expires: number;
}

export type FaultKind = 'status' | 'reset' | 'hang' | 'slow' | 'truncate' | 'primary-limit' | 'secondary-limit';

/** Trouble that the next matching calls run into. */
export interface Fault {
  readonly kind: FaultKind;
  /** Only calls of this route; any when left out. */
  readonly route?: string;
  /** Only calls of the installation of this owner, those for its token included; any when left out. */
  readonly owner?: string;
  readonly status?: number;
  readonly milliseconds?: number;
  readonly retryAfterSeconds?: number;
  /** How many matching calls pass unharmed before. */
  skip: number;
  /** How many calls it still hits. */
  times: number;
}

export type Caller =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'app' }
  | { readonly kind: 'installation'; readonly token: Token };
