import type { Finding } from '../findings/finding.js';
import type { Notice } from '../findings/notice.js';
import type { Sources } from '../findings/sources.js';
import type { ReviewStats } from '../findings/stats.js';
import type { Policy } from '../policies/definition.js';
import type { Review } from '../review.js';
import { editPlacer, type PlacedEdit } from './placed-edits.js';
import type { Publication } from './publication.js';

/** What every output is made from: the end of a scan or a review. */
export interface Outcome {
  readonly findings: readonly Finding[];
  readonly notices: readonly Notice[];
  readonly stats: ReviewStats;
  /** Texts of the files that findings stand in and that fixes edit. */
  readonly texts: Sources;
  /** Status, place and side are only told of reviews. */
  readonly isReview: boolean;
  /** Who can newly do what, of reviews. */
  readonly effects?: Review['effects'];
  /** What a review would post. */
  readonly publication?: Publication;
  readonly version: string;
}

/** The stable JSON output: lines and columns from 1, end column exclusive, paths relative to what was looked at. */
export function renderJson(outcome: Outcome): string {
  const { notices, stats, version } = outcome;
  const editsOf = editPlacer(outcome);
  return `${JSON.stringify(
    {
      schemaVersion: 1,
      tool: { name: 'postern', version },
      findings: outcome.findings.map((finding) => toJson(finding, outcome, editsOf)),
      ...(outcome.effects !== undefined && { effects: outcome.effects }),
      ...(outcome.publication !== undefined && { comments: outcome.publication.comments }),
      notices: notices.map(({ path, line, message }) => ({ path, ...(line !== undefined && { line }), message })),
      stats,
    },
    null,
    1,
  )}\n`;
}

/** The same, as one of the outputs of a run. */
export function renderJsonOf({ outcome }: { readonly outcome: Outcome }): string {
  return renderJson(outcome);
}

/** The policies as data: what they look for, how bad it is, how it is fixed. */
export function renderPolicies(policies: readonly Policy[], version: string): string {
  const rows = policies.map(({ id, threat, title, severity, why, remedy, acceptable, references }) => {
    const { owasp = [], csa = [], cwe = [], peers = [], links } = references;
    return {
      id,
      threat,
      title,
      severity,
      why,
      remedy,
      acceptable,
      references: { owasp, csa, cwe, peers, links: Object.values(links).flat() },
    };
  });
  return `${JSON.stringify({ schemaVersion: 1, tool: { name: 'postern', version }, policies: rows }, null, 1)}\n`;
}

function toJson(finding: Finding, outcome: Outcome, editsOf: (finding: Finding) => readonly PlacedEdit[]) {
  const { policy, threat, severity, confidence, message, resource, names, framework, at, start, end, fingerprint } =
    finding;
  const { side, suppressed } = finding;
  const { status, place } = 'status' in finding ? finding : {};
  return {
    policy,
    threat,
    severity,
    confidence,
    message,
    resource,
    names,
    framework,
    path: at.path,
    start,
    end,
    fingerprint,
    ...(outcome.isReview ? { status, place, side } : status !== undefined && { status }),
    suppressed: suppressed && { in: suppressed.in, reason: suppressed.reason, until: suppressed.until ?? null },
    fix: finding.fix && fixToJson(finding.fix, editsOf(finding)),
    ...(finding.advice !== undefined && { advice: finding.advice }),
  };
}

function fixToJson({ class: kind, verified, note }: NonNullable<Finding['fix']>, edits: readonly PlacedEdit[]) {
  return { class: kind, verified, edits, ...(note !== undefined && { note }) };
}
