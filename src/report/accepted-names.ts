import type { Found } from '../findings/finding.js';
import { code } from './markdown.js';

/** Names that are told in one place; more are counted. */
const mostNames = 3;

/** The names under which findings can be accepted: what `resource` of a suppression takes, each once. */
export function acceptedNames(findings: readonly Pick<Found, 'names'>[]): readonly string[] {
  return [...new Set(findings.map(({ names: [first] }) => first))];
}

/** The same as a cell of a table or the end of a line. */
export function namesCell(findings: readonly Pick<Found, 'names'>[]): string {
  return listNames(acceptedNames(findings), code);
}

/** So many names, and how many more there are. */
export function listNames(names: readonly string[], write: (name: string) => string): string {
  const more = names.length - mostNames;
  return `${names.slice(0, mostNames).map(write).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
