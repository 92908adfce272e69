import type { Placed } from '../findings/finding.js';
import { byWeight } from '../findings/outcome.js';
import type { Severity } from '../findings/severity.js';
import type { Words } from './words.js';

/** A comment of the check run on lines of the head. */
export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: 'failure' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

/** The most annotations of one check run; the tables have the rest. */
export const mostAnnotations = 300;

const longestTitle = 255;
const longestMessage = 8_000;

const levels: Record<Severity, Annotation['annotation_level']> = {
  critical: 'failure',
  high: 'failure',
  medium: 'warning',
  low: 'notice',
};

/** Findings as annotations, worst first. Deleted lines cannot be annotated. */
export function toAnnotations(findings: readonly Placed[], words: Words): readonly Annotation[] {
  return findings
    .filter(({ side }) => side !== 'left')
    .sort(byWeight)
    .slice(0, mostAnnotations)
    .map((finding) => toAnnotation(finding, words));
}

function toAnnotation(finding: Placed, words: Words): Annotation {
  const { at, start, end, severity, policy, message, names } = finding;
  const about = words(policy);
  return {
    path: at.path,
    start_line: start.line,
    end_line: Math.max(start.line, end.line),
    ...columnsOf(start, end),
    annotation_level: levels[severity],
    title: `${about?.title ?? policy} (${policy})`.slice(0, longestTitle),
    message: visible(
      [message, ...(about === undefined ? [] : [about.why, about.remedy]), acceptedBy(names)].join('\n\n'),
    ),
  };
}

function acceptedBy([name]: Placed['names']): string {
  return `To accept it: \`resource: ${name}\` under \`suppressions\` in \`.github/postern.yml\`.`;
}

/** GitHub takes columns on a single line only, both inclusive. */
function columnsOf(start: Placed['start'], end: Placed['end']) {
  if (start.line !== end.line || end.column - 1 < start.column) return {};
  return { start_column: start.column, end_column: end.column - 1 };
}

/** Annotations are shown as plain text. */
function visible(text: string): string {
  return text
    .slice(0, longestMessage)
    .replace(/(?!\n)[\p{Cc}\p{Bidi_Control}\p{Cs}]/gu, '\uFFFD')
    .trim();
}
