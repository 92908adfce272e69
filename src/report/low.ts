import type { Placed } from '../findings/finding.js';
import { namesCell } from './accepted-names.js';
import type { Address } from './address.js';
import { count, folded, joinWithin, prose } from './markdown.js';
import { whereOf } from './tables.js';
import { manyWords } from './telling.js';
import { policyLink, type Words } from './words.js';

/** Places that are named in one line; more are counted. */
const mostPlaces = 10;

/** Low problems, one line a policy and stack, folded away. */
export function lowProblems(
  findings: readonly Placed[],
  { words, address }: { readonly words: Words; readonly address: Address },
  most: number,
): readonly string[] {
  if (findings.length === 0) return [];
  const groups = new Map<string, Placed[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.policy, finding.stack]);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  const lines = [...groups.values()].map((group) => `- ${lineOf(group, words, address)}`);
  const told = joinWithin(lines, most, (left) => `- and ${left} more`, '\n');
  return [folded(count(findings.length, 'low problem'), told)];
}

function lineOf(group: readonly Placed[], words: Words, address: Address): string {
  const [first] = group;
  if (first === undefined) return '';
  const link = policyLink(first.policy, words, first);
  const places = group.slice(0, mostPlaces).map((finding) => `${whereOf(finding, address)} (${namesCell([finding])})`);
  if (group.length === 1) return `${link}: ${prose(first.message)} ${places.join('')}`;
  const more = group.length - places.length;
  const said = prose(manyWords(words(first.policy)?.several ?? ['problems', 'of one kind'], group.length));
  return `${link}: ${said}: ${places.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
