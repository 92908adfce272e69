import { globOf } from '../model/glob.js';
import type { Span } from '../model/span.js';
import type { Found, Suppression } from './finding.js';
import { type CommentSuppression, isPast } from './suppression.js';

/** A suppression of the settings file. */
export interface SettingsSuppression {
  readonly policy: string;
  readonly resource?: string | undefined;
  readonly path?: string | undefined;
  readonly reason: string;
  readonly until?: string | undefined;
}

/** A suppression in a resource's metadata. */
export interface ResourceSuppression {
  readonly policy: string;
  readonly resource: string;
  readonly reason: string;
  readonly until?: string;
  readonly at: Span;
}

export interface Suppressions {
  readonly comments: ReadonlyMap<string, readonly CommentSuppression[]>;
  readonly metadata: readonly ResourceSuppression[];
  readonly settings: readonly SettingsSuppression[];
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Ids that a policy had before, by present id. */
  readonly formerIds: ReadonlyMap<string, readonly string[]>;
}

/** The finding, marked when a suppression covers it. Findings on deleted lines are beyond comments in the head's text. */
export function suppress(finding: Found, suppressions: Suppressions): Found {
  const suppressed =
    byComment(finding, suppressions) ?? byMetadata(finding, suppressions) ?? bySettings(finding, suppressions);
  return suppressed === undefined ? finding : { ...finding, suppressed };
}

function isMeant(written: string, finding: Found, { formerIds }: Suppressions): boolean {
  return written === finding.policy || (formerIds.get(finding.policy) ?? []).includes(written);
}

function byComment(finding: Found, all: Suppressions): Suppression | undefined {
  if (finding.side === 'left') return undefined;
  const { origin, related = [], text } = finding;
  const places = [finding, ...(origin ? [origin] : []), ...related, ...(text ? [text] : [])];
  const found = places
    .flatMap(({ at, start }) => all.comments.get(at.path)?.filter((one) => speaksOf(one, start.line)) ?? [])
    .find(({ policy }) => isMeant(policy, finding, all));
  return found && { ...reasonOf(found), in: 'comment', at: found.at };
}

function speaksOf({ line, lastLine }: CommentSuppression, about: number): boolean {
  return line <= about && about <= lastLine;
}

function byMetadata(finding: Found, all: Suppressions): Suppression | undefined {
  const found = all.metadata.find(
    ({ policy, resource, until }) =>
      finding.names.includes(resource) && isMeant(policy, finding, all) && !isPast(until, all.date),
  );
  return found && { ...reasonOf(found), in: 'metadata', at: found.at };
}

function bySettings(finding: Found, all: Suppressions): Suppression | undefined {
  const found = all.settings.find(
    (entry) => isMeant(entry.policy, finding, all) && !isPast(entry.until, all.date) && covers(entry, finding),
  );
  return found && { ...reasonOf(found), in: 'settings' };
}

/** True if an entry of the settings means a finding by what it is about and where it stands, whatever its policy. */
export function covers({ resource = '*', path = '**' }: SettingsSuppression, { names, at }: Found): boolean {
  return names.some((name) => matches(resource, name, false)) && matches(path, at.path, true);
}

function reasonOf({ reason, until }: { readonly reason: string; readonly until?: string | undefined }) {
  return { reason, ...(until !== undefined && { until }) };
}

function matches(pattern: string, name: string, isPath: boolean): boolean {
  if (pattern === name || pattern === '*' || pattern === '**') return true;
  if (pattern === '') return false;
  return globOf(pattern, { isPath })(name);
}
