import type { ReportingDescriptor } from 'sarif';
import type { Severity } from '../../findings/severity.js';
import type { Policy } from '../../policies/definition.js';
import { code, link, prose } from '../markdown.js';
import { namedLinks, namedReferences } from '../references.js';
import type { Words } from '../words.js';

/** Code scanning's scale: above 9 is critical, from 7 high, from 4 medium. */
const scores: Readonly<Record<Severity, string>> = { critical: '9.5', high: '8.0', medium: '5.5', low: '2.0' };
const levels = { critical: 'error', high: 'error', medium: 'warning', low: 'note' } as const;

/** Code scanning shows no more tags of a rule. */
const mostTags = 10;

/** A policy as a rule, with its page. */
export function ruleOf(policy: Policy, words: Words): ReportingDescriptor {
  const { id, title, why, remedy, severity, threat, references, formerIds } = policy;
  const page = words(id)?.page;
  const weaknesses = (references.cwe ?? []).map((cwe) => `external/cwe/${cwe.toLowerCase()}`);
  return {
    id,
    name: nameOf(id),
    ...(formerIds !== undefined && { deprecatedIds: [...formerIds] }),
    shortDescription: { text: title },
    fullDescription: { text: why },
    ...(page !== undefined && { helpUri: page }),
    help: { text: `${why}\n\n${remedy}`, markdown: pageOf(policy) },
    defaultConfiguration: { level: levels[severity] },
    properties: {
      precision: 'high',
      'problem.severity': severity === 'low' ? 'recommendation' : severity === 'medium' ? 'warning' : 'error',
      'security-severity': scores[severity],
      tags: ['security', 'serverless', threat, ...weaknesses].slice(0, mostTags),
    },
  };
}

/** `function-url-open` is `FunctionUrlOpen`. */
function nameOf(id: string): string {
  return id
    .split('-')
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join('');
}

/** What the policy's page says besides its examples. */
function pageOf({ id, why, remedy, acceptable, references }: Policy): string {
  const listed = namedReferences(references).map(
    ({ source, entries }) => `- ${source}: ${entries.map(prose).join(', ')}`,
  );
  const read = namedLinks(references).flatMap(({ source, entries }) =>
    entries.map((address) => `- ${link(`${source}: ${prose(address.replace(/^https?:\/\//, ''))}`, address)}`),
  );
  return [
    `**Why.** ${prose(why)}`,
    `**Remedy.** ${prose(remedy)}`,
    `**When it is right to accept it.** ${prose(acceptable)}`,
    `**To accept it:** ${code(`# postern-ignore: ${id} -- reason, until YYYY-MM-DD`)} on the line or above it.`,
    ...(read.length === 0 ? [] : [`**To read**\n\n${read.join('\n')}`]),
    ...(listed.length === 0 ? [] : [`**Known elsewhere as**\n\n${listed.join('\n')}`]),
  ].join('\n\n');
}
