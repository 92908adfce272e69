import type { Placed } from '../../findings/finding.js';
import { indexLines, lineText } from '../../findings/lines.js';
import { quotableText, type Sources } from '../../findings/sources.js';
import type { ReviewJob } from '../job.js';

/** A concluded review, to be remembered. */
export interface ReviewRecord {
  readonly job: ReviewJob;
  readonly conclusion: string;
  readonly findings: readonly Placed[];
  /** What lines may be quoted from; undefined: none. */
  readonly texts?: Sources;
  /** Calls to GitHub. */
  readonly calls: number;
  readonly milliseconds: number;
}

/** What is kept of each finding: names and places, and at most the lines that it stands on. */
export function rowsOf({ findings, texts }: ReviewRecord, quotes: boolean) {
  return findings.map((finding) => {
    const { policy, threat, severity, status, framework, stack, at, start, resource, fingerprint } = finding;
    const decision = decisionIn(finding);
    const quote = quotes && texts !== undefined ? quoteOf(finding, texts) : null;
    const place = { framework, stack, path: at.path, line: start.line };
    return { policy, threat, severity, status, ...place, resource, fingerprint, quote, ...decision };
  });
}

/** That somebody accepted the problem, why, where it is written, and until when. */
function decisionIn({ suppressed }: Placed) {
  return {
    suppressed: suppressed?.reason ?? null,
    suppressed_in: suppressed?.in ?? null,
    suppressed_until: suppressed?.until ?? null,
  };
}

const mostLines = 3;
const mostCharacters = 300;

/** The finding's own lines of the head, if no secret stands in them. */
function quoteOf(finding: Placed, texts: Sources): string | null {
  const { side, status, start, end } = finding;
  if (side === 'left' || status === 'fixed') return null;
  const text = quotableText(finding, texts);
  if (text === undefined) return null;
  const index = indexLines(text);
  const last = Math.min(end.line, start.line + mostLines - 1);
  const lines = Array.from({ length: last - start.line + 1 }, (_, number) => lineText(index, start.line + number));
  return lines.join('\n').slice(0, mostCharacters);
}
