import type { CheckRun, CheckSuite } from './check.js';
import type { ChangedFile } from './git/diff.js';
import type { Git } from './git/git.js';
import type { Limits } from './limits.data.js';
import type { Place } from './places/place.js';
import type { Call, Fault, Token, Violation } from './server/call.js';
import type { Announcement, Delivery } from './webhooks/announcement.js';

export interface Account {
  readonly id: number;
  readonly login: string;
  readonly type: 'User' | 'Organization' | 'Bot';
  readonly email: string;
}

export interface Repository {
  readonly id: number;
  readonly name: string;
  readonly owner: Account;
  readonly fullName: string;
  readonly isPrivate: boolean;
  readonly defaultBranch: string;
  readonly createdAt: string;
  readonly git: Git;
  readonly parent?: Repository;
}

export type Permissions = Readonly<Record<string, string>>;

/** The app under test, as GitHub knows it. */
export interface App {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly clientId: string;
  readonly owner: Account;
  readonly bot: Account;
  readonly permissions: Permissions;
  readonly events: readonly string[];
  readonly privateKey: string;
  readonly publicKey: string;
  readonly webhookSecret: string;
  readonly createdAt: string;
}

export interface Installation {
  readonly id: number;
  readonly account: Account;
  readonly permissions: Permissions;
  readonly events: readonly string[];
  readonly createdAt: string;
  /** Set while the owner has suspended it: its tokens are refused, and nothing is told to the app. */
  suspendedAt?: string | undefined;
}

export interface Pull {
  readonly id: number;
  readonly number: number;
  readonly repository: Repository;
  readonly title: string;
  readonly body: string;
  readonly user: Account;
  readonly createdAt: string;
  readonly headRepository: Repository;
  readonly headBranch: string;
  baseBranch: string;
  draft: boolean;
  state: 'open' | 'closed';
  updatedAt: string;
  baseSha: string;
  headSha: string;
  mergeBase: string;
  mergeable: boolean;
  files: readonly ChangedFile[];
}

export interface Review {
  readonly id: number;
  readonly pull: Pull;
  readonly user: Account;
  readonly body: string;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED';
  readonly commit: string;
  readonly submittedAt: string;
}

export interface ReviewComment {
  readonly id: number;
  readonly review: Review;
  readonly thread: Thread;
  readonly pull: Pull;
  readonly user: Account;
  readonly path: string;
  readonly createdAt: string;
  readonly original: Place;
  readonly originalCommit: string;
  readonly answers?: number;
  body: string;
  updatedAt: string;
  /** Where it stands now; nothing when the lines it was about are gone. */
  place: Place | undefined;
  commit: string;
}

export interface Thread {
  readonly id: number;
  readonly pull: Pull;
  readonly comments: ReviewComment[];
  resolvedBy: Account | undefined;
}

export interface IssueComment {
  readonly id: number;
  readonly pull: Pull;
  readonly user: Account;
  readonly createdAt: string;
  body: string;
  updatedAt: string;
}

/** What code scanning was given. */
export interface Analysis {
  readonly repository: Repository;
  readonly sha: string;
  readonly ref: string;
  /** The SARIF log. */
  readonly log: unknown;
}

/** Everything the sandbox knows. */
export interface World {
  readonly directory: string;
  readonly app: App;
  readonly accounts: Map<string, Account>;
  readonly repositories: Map<string, Repository>;
  readonly installations: Installation[];
  readonly tokens: Map<string, Token>;
  /** Makes the secret of a token of an app. */
  newSecret: (app: number) => string;
  readonly pulls: Pull[];
  readonly reviews: Review[];
  readonly threads: Thread[];
  readonly issueComments: IssueComment[];
  readonly checkSuites: CheckSuite[];
  readonly checkRuns: CheckRun[];
  readonly analyses: Analysis[];
  readonly calls: Call[];
  readonly violations: Violation[];
  readonly deliveries: Delivery[];
  readonly faults: Fault[];
  limits: Limits;
  /** Where the sandbox itself listens: `http://127.0.0.1:PORT`. */
  address: string;
  /** Where the app wants its webhooks. */
  webhookUrl: string | undefined;
  lastId: number;
  announce: (announcement: Announcement) => Promise<void>;
}
