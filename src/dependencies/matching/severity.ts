import type { Severity } from '../../findings/severity.js';
import type { Advisory, Affected, SeverityVector } from '../advisories/advisory.js';
import { cvss3Score } from './cvss3.js';
import { cvss4Score } from './cvss4.js';

/** Severity of an advisory for one package: the newest CVSS vector, otherwise the database's word, otherwise medium. */
export function severityOf(advisory: Advisory, affected: Affected): Severity {
  const score = scoreOf(affected.severity) ?? scoreOf(advisory.severity);
  if (score !== undefined) return severityOfScore(score);
  return ratings.get(advisory.rating?.toLowerCase() ?? '') ?? 'medium';
}

const ratings = new Map<string, Severity>([
  ['low', 'low'],
  ['moderate', 'medium'],
  ['medium', 'medium'],
  ['high', 'high'],
  ['critical', 'critical'],
]);

function severityOfScore(score: number): Severity {
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  return score >= 4 ? 'medium' : 'low';
}

function scoreOf(vectors: readonly SeverityVector[]): number | undefined {
  for (const type of ['CVSS_V4', 'CVSS_V3', 'CVSS_V2']) {
    for (const vector of vectors) {
      const score = vector.type === type ? vectorScore(vector) : undefined;
      if (score !== undefined) return score;
    }
  }
  return undefined;
}

function vectorScore({ type, score }: SeverityVector): number | undefined {
  if (/^\d{1,2}(?:\.\d{1,2})?$/.test(score)) return Number(score);
  if (type === 'CVSS_V4') return cvss4Score(score);
  return type === 'CVSS_V3' ? cvss3Score(score) : cvss2Score(score);
}

const impacts: Readonly<Record<string, number>> = { N: 0, P: 0.275, C: 0.66 };
const access: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  AV: { L: 0.395, A: 0.646, N: 1 },
  AC: { H: 0.35, M: 0.61, L: 0.71 },
  Au: { M: 0.45, S: 0.56, N: 0.704 },
};

/** The base score of a CVSS 2 vector. */
function cvss2Score(vector: string): number | undefined {
  const metrics = new Map(
    vector
      .slice(0, 200)
      .split('/')
      .map((part) => [part.split(':', 1)[0] ?? '', part.split(':', 2)[1] ?? '']),
  );
  const impact = ['C', 'I', 'A'].map((name) => 1 - (impacts[metrics.get(name) ?? ''] ?? Number.NaN));
  const total = 10.41 * (1 - impact.reduce((product, part) => product * part, 1));
  const reach = ['AV', 'AC', 'Au'].map((name) => access[name]?.[metrics.get(name) ?? ''] ?? Number.NaN);
  const exploitability = 20 * reach.reduce((product, part) => product * part, 1);
  const score = (0.6 * total + 0.4 * exploitability - 1.5) * (total === 0 ? 0 : 1.176);
  return Number.isNaN(score) ? undefined : Math.round(score * 10) / 10;
}
