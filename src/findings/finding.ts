import type { Confidence } from '../model/confidence.js';
import type { FrameworkName } from '../model/model.js';
import type { Edit, Span } from '../model/span.js';
import type { ComponentDetails } from './component.js';

export const severities = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** A severity some levels up or down, never beyond the ends. */
export function shifted(severity: Severity, levels: number): Severity {
  const at = Math.min(Math.max(severities.indexOf(severity) + levels, 0), severities.length - 1);
  return severities[at] ?? severity;
}

/** The higher of two severities. */
export function worse(a: Severity, b: Severity): Severity {
  return severities.indexOf(a) >= severities.indexOf(b) ? a : b;
}

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

export type Status = 'introduced' | 'worsened' | 'existing' | 'fixed';
export type Place = 'comment' | 'annotate' | 'summary';

export interface Suppression {
  readonly reason: string;
  readonly until?: string;
  /** Where it is written. */
  readonly in: 'comment' | 'metadata' | 'settings';
  readonly at?: Span;
}

/** Another resource of a finding, and the fingerprint that it would have alone. */
export interface SharedBy {
  readonly resource: string;
  readonly fingerprint: string;
}

/** A problem of a policy with its file and lines. Plain data: it crosses process borders. */
export interface Finding {
  readonly policy: string;
  readonly threat: Threat;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** The harm is done: fails under every profile but `advisory`. */
  readonly isIncident?: boolean;
  readonly message: string;
  /** The resource's id, or `package@version`. */
  readonly resource: string;
  readonly framework: FrameworkName | Ecosystem;
  /** The stack it was found in: the path that starts it. */
  readonly stack: string;
  readonly at: Span;
  readonly start: Position;
  readonly end: Position;
  readonly fingerprint: string;
  /** The fingerprints of findings that nothing but their order tells apart, this one's among them. */
  readonly alike?: readonly string[];
  /** Resources that have the same problem because of the same line. */
  readonly others?: readonly SharedBy[];
  /** Where the value is written that `at` only names: a local, a parameter's default. */
  readonly origin?: RelatedPlace;
  readonly suppressed: Suppression | null;
  readonly fix: Fix | null;
  /** A block of text that shows how it could look, for fixes that cannot be exact. */
  readonly advice?: string;
  /** Where it may stand instead of its own line when the change wrote that one. */
  readonly related?: readonly RelatedPlace[];
  /** Of findings about components. */
  readonly component?: ComponentDetails;
  readonly status?: Status;
  readonly place?: Place;
  readonly side?: 'left' | 'right';
}
