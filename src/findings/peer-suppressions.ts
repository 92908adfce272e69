import type { Span } from '../model/span.js';
import { indexLines, positionOf } from './lines.js';
import type { Commented } from './suppression.js';

export const peersHonoured = ['checkov', 'trivy', 'cfn_nag', 'kics', 'semgrep'] as const;
export type PeerName = (typeof peersHonoured)[number];

/** A comment or a piece of metadata by which another tool is told to be silent. */
export interface PeerSuppression {
  readonly tool: PeerName;
  /** The rule as that tool calls it; undefined for all. */
  readonly rule: string | undefined;
  /** What it is about: its line and the next, or the resource that it stands in or above. */
  readonly reach: 'line' | 'resource';
  readonly at: Span;
  /** 1-based. */
  readonly line: number;
  /** As it is written. */
  readonly written: string;
}

interface Spelling {
  readonly tool: PeerName;
  /** Cheap to look for. */
  readonly marker: string;
  readonly pattern: RegExp;
  readonly reach: PeerSuppression['reach'];
}

/** Their documentation, read 2026-11-26: checkov.io suppressions, trivy.dev misconfiguration ignores, docs.kics.io, semgrep.dev ignores. */
const spellings: readonly Spelling[] = [
  { tool: 'checkov', marker: 'checkov:skip', pattern: /checkov:skip=([A-Z0-9_]{3,60})/g, reach: 'resource' },
  { tool: 'checkov', marker: 'bridgecrew:skip', pattern: /bridgecrew:skip=([A-Z0-9_]{3,60})/g, reach: 'resource' },
  { tool: 'trivy', marker: 'trivy:ignore:', pattern: /trivy:ignore:([A-Za-z0-9-]{3,60})/g, reach: 'resource' },
  { tool: 'trivy', marker: 'tfsec:ignore:', pattern: /tfsec:ignore:([A-Za-z0-9-]{3,60})/g, reach: 'resource' },
  { tool: 'kics', marker: 'kics-scan', pattern: /kics-scan\s{1,3}ignore-line()/g, reach: 'line' },
  { tool: 'kics', marker: 'kics-scan', pattern: /kics-scan\s{1,3}ignore-block()/g, reach: 'resource' },
  { tool: 'semgrep', marker: 'nosem', pattern: /\bnosem(?:grep)?(?::\s{0,3}([\w.-]{1,200}))?/g, reach: 'line' },
];

/** True if a text may hold a suppression of one of these tools. */
export function maySilence(text: string, tools: readonly PeerName[]): boolean {
  return spellings.some(({ tool, marker }) => tools.includes(tool) && text.includes(marker));
}

/** The suppressions of other tools in the comments of a file. */
export function peerSuppressions(
  { path, text, comments }: Commented,
  tools: readonly PeerName[],
): readonly PeerSuppression[] {
  const index = indexLines(text);
  const asked = spellings.filter(({ tool }) => tools.includes(tool));
  return comments.flatMap((comment) =>
    asked.flatMap(({ tool, pattern, reach }) =>
      [...text.slice(comment.start, comment.end).matchAll(pattern)].map((match): PeerSuppression => {
        const start = comment.start + match.index;
        const at = { path, start, end: start + match[0].length };
        const rule = match[1] === undefined || match[1] === '' ? undefined : match[1];
        return { tool, rule, reach, at, line: positionOf(index, start).line, written: match[0] };
      }),
    ),
  );
}
