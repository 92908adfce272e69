import type { Confidence } from '../model/confidence.js';
import type { FrameworkName } from '../model/model.js';
import type { Edit, Span } from '../model/span.js';
import type { Thing } from '../model/thing.js';
import type { ComponentDetails } from './component.js';
import type { Hinge } from './hinge.js';
import type { Severity } from './severity.js';

export const threats = [
  'event-injection',
  'over-privileged-permissions',
  'insufficient-logging',
  'vulnerable-components',
  'broken-authentication',
  'budget-exhaustion',
  'shadow-apis',
  'data-exposure',
  'insecure-transport',
  'coarse-granularity',
] as const;
export type Threat = (typeof threats)[number];

/** What component findings stand in besides the frameworks. */
export type Ecosystem =
  | 'npm'
  | 'pypi'
  | 'go'
  | 'maven'
  | 'nuget'
  | 'rubygems'
  | 'crates'
  | 'packagist'
  | 'dockerfile'
  | 'dotenv'
  | 'notebook'
  | 'github-actions'
  | 'javascript'
  | 'python';

/** 1-based; the end column is exclusive. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** `exact` (F1), `breaking` (F1!: may break callers), `parameter` (F2: a number or name from the settings or the file). */
export type FixClass = 'exact' | 'breaking' | 'parameter';

export interface Fix {
  readonly class: FixClass;
  /** The edits were applied, the stack read again, all policies run again: the finding is gone and nothing new came. */
  readonly verified: boolean;
  readonly edits: readonly Edit[];
  /** One line for the author: what changes for callers, what else has to be done. */
  readonly note?: string;
}

/** Another line that takes part in the problem: the route that exposes, the trigger that closes a loop. */
export interface RelatedPlace {
  readonly at: Span;
  readonly start: Position;
  readonly end: Position;
}

/** Which version of a file: `left` is the base's, `right` the head's, as in a diff. */
export type Side = 'left' | 'right';

export interface Suppression {
  readonly reason: string;
  readonly until?: string;
  /** Where it is written. */
  readonly in: 'comment' | 'metadata' | 'settings' | 'other-tool';
  readonly at?: Span;
}

/** Another resource of a finding, and the fingerprint that it would have alone. */
export interface SharedBy {
  readonly resource: string;
  readonly fingerprint: string;
}

/** What a policy says of all its findings to whoever tells them. It travels on each. */
export interface Meaning {
  /** `always`: under every profile but `advisory`; `never`: it only tells; `by-severity`: as the profile says. */
  readonly fails: 'always' | 'never' | 'by-severity';
  /** It stands on a secret: nothing of its lines is ever repeated. */
  readonly isSecret: boolean;
  /** Only the profile `strict` tells it in comments and fails on it. */
  readonly strictOnly: boolean;
  /** It matters to whoever owns the account, whether anything serverless is near or not. */
  readonly everywhere: boolean;
}

/** A problem of a policy with its file and lines, in one stack or manifest as it stands. Plain data: it crosses process borders. */
export interface Found extends Meaning {
  readonly policy: string;
  readonly threat: Threat;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** How bad it is among those of its policy and severity; larger is worse. */
  readonly rank?: number;
  readonly message: string;
  /** The resource's id, or `package@version`. */
  readonly resource: string;
  /** The thing of the author that it is told about. */
  readonly thing: Thing;
  /** What it depends on beyond its own stack. */
  readonly hinges?: Hinge;
  /** What the resource was called in the base, if the change renamed it. */
  readonly formerly?: string;
  /** The words by which a suppression may address it: function, route, URL, API, id. The first is the one to tell. */
  readonly names: readonly [string, ...string[]];
  readonly framework: FrameworkName | Ecosystem;
  /** The stack it was found in: the path that starts it. */
  readonly stack: string;
  readonly at: Span;
  readonly start: Position;
  readonly end: Position;
  /** The version that `at` points into. */
  readonly side: Side;
  readonly fingerprint: string;
  /** The fingerprints of findings that nothing but their order tells apart, this one's among them. */
  readonly alike?: readonly string[];
  /** Resources that have the same problem because of the same line. */
  readonly others?: readonly SharedBy[];
  /** Findings that this one is the sum of, and that are not told beside it. Of a new one: what the change caused. */
  readonly absorbed?: readonly Found[];
  /** Where the value is written that `at` only names: a local, a parameter's default. */
  readonly origin?: RelatedPlace;
  readonly suppressed: Suppression | null;
  readonly fix: Fix | null;
  /** A block of text that shows how it could look, for fixes that cannot be exact. */
  readonly advice?: string;
  /** Where it may stand instead of its own line when the change wrote that one. */
  readonly related?: readonly RelatedPlace[];
  /** The text of several lines that it stands within, no line of which can hold a remark. */
  readonly text?: RelatedPlace;
  /** Of findings about components. */
  readonly component?: ComponentDetails;
}

/** `improved`: it is still there, and less bad than before. */
export type Status = 'introduced' | 'worsened' | 'improved' | 'existing' | 'fixed';

/** A finding of a change: what the other side says about it. Fixed ones are the base's. */
export interface Compared extends Found {
  readonly status: Status;
}

export type Place = 'comment' | 'annotate' | 'summary';

/** A finding of a change with where it may be shown. */
export interface Placed extends Compared {
  readonly place: Place;
  /** Of lines of the base: the line of the head where they stood, for outputs that know one version only. */
  readonly standIn?: number;
}

/** What outputs tell: findings of a scan, or of a review. */
export type Finding = Found | Placed;
