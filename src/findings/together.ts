import { isSamePlace, spanKey } from '../model/span.js';
import type { Found } from './finding.js';
import { severities } from './severity.js';

/** Findings that say the same of several resources because of one line, as one finding at that line; in their order. */
export function together(findings: readonly Found[]): readonly Found[] {
  const places = countOf(findings.map(placeKey));
  const groups = new Map<string, Found[]>();
  for (const [index, finding] of findings.entries()) {
    const isAlone = places.get(placeKey(finding)) === 1;
    const key = isAlone ? `${index}` : keyOf(finding);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].map(joined);
}

function countOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** What findings at least share that are told as one. */
function placeKey({ policy, at, origin }: Found): string {
  const { path, start } = (origin ?? { at }).at;
  return `${policy} ${start} ${path}`;
}

/** Every fingerprint by which a finding may be known: its own, and those of the resources that share its line. */
export function identitiesOf({ fingerprint, others = [] }: Found): readonly string[] {
  return [fingerprint, ...others.map((other) => other.fingerprint)];
}

/** Every fingerprint that a finding tells of: those by which it is known, and those of what it is the sum of. */
export function toldBy(finding: Found): readonly string[] {
  return [...identitiesOf(finding), ...(finding.absorbed ?? []).flatMap(identitiesOf)];
}

/** What two findings have in common if one line is to blame for both. */
function keyOf({ policy, side, suppressed, confidence, at, origin, fix, advice, ...finding }: Found): string {
  const place = origin ?? { at, fix };
  const said = finding.message.replace(/[\w."[\]/-]+/g, (word) => (isNamed(word, finding.resource) ? '\0' : word));
  return JSON.stringify([policy, side, suppressed, confidence, place, advice, said, finding.component]);
}

function isNamed(word: string, resource: string): boolean {
  return word === resource || word === `${resource}.`;
}

function joined(group: readonly Found[]): Found {
  const [first, ...rest] = group;
  if (first === undefined) throw new Error('A group of findings is empty.');
  if (rest.length === 0) return first;
  const names = [...new Set(rest.map(({ resource }) => resource))].filter((name) => name !== first.resource);
  const severity = severities.findLast((one) => group.some((finding) => finding.severity === one)) ?? first.severity;
  return {
    ...first,
    ...placeOf(first, group),
    severity,
    message:
      names.length === 0 ? first.message : `${withoutStop(first.message)}; the same line sets it for ${listed(names)}.`,
    ...absorbedBy(group),
    others: rest.map(({ resource, fingerprint }) => ({ resource, fingerprint })),
  };
}

function absorbedBy(group: readonly Found[]): Pick<Found, 'absorbed'> {
  const all = group.flatMap(({ absorbed = [] }) => absorbed);
  return all.length === 0 ? {} : { absorbed: [...new Map(all.map((one) => [one.fingerprint, one])).values()] };
}

/** Where the value is written that all of them take; a fix of one of them would leave the others. */
function placeOf(first: Found, group: readonly Found[]): Partial<Found> {
  const places = group.flatMap(({ at, start, end, related = [] }) => [{ at, start, end }, ...related]);
  const related = [...new Map(places.map((place) => [spanKey(place.at), place])).values()];
  const isOneLine = group.every(({ at }) => isSamePlace(at, first.at));
  if (isOneLine || first.origin === undefined)
    return { related: related.filter(({ at }) => !isSamePlace(at, first.at)) };
  return { ...first.origin, related, fix: null };
}

function withoutStop(message: string): string {
  return message.endsWith('.') ? message.slice(0, -1) : message;
}

const mostNamed = 4;

function listed(names: readonly string[]): string {
  const more = names.length - mostNamed;
  if (more > 1) return `${names.slice(0, mostNamed).join(', ')} and ${more} more`;
  return names.length === 1 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
