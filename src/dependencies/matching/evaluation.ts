import type { Affected, AffectedRange, RangeEvent } from '../advisories/advisory.js';
import type { PackageEcosystem } from '../component.js';
import { type Compare, isSameVersion, orderOf } from '../versions/order.js';

/** OSV's question: is this version among the affected ones? Versions that cannot be ordered are not. */
export function isAffected(ecosystem: PackageEcosystem, affected: Affected, version: string): boolean {
  if (affected.versions.some((listed) => isSameVersion(ecosystem, listed, version))) return true;
  return affected.ranges.some((range) => covers(ecosystem, range, version));
}

/** True if a range of versions (not of commits) holds the version. */
function covers(ecosystem: PackageEcosystem, range: AffectedRange, version: string): boolean {
  if (range.type === 'GIT') return false;
  const compare = orderOf(ecosystem);
  if (compare(version, version) === undefined) return false;
  if (!isWithinLimits(compare, range.events, version)) return false;
  let affected = false;
  for (const { kind, at } of sortedEvents(compare, range.events)) {
    const order = at === '0' && kind === 'introduced' ? 1 : compare(version, at);
    if (order === undefined) continue;
    if (kind === 'introduced' && order >= 0) affected = true;
    if (kind === 'fixed' && order >= 0) affected = false;
    if (kind === 'last_affected' && order > 0) affected = false;
  }
  return affected;
}

interface Event {
  readonly kind: 'introduced' | 'fixed' | 'last_affected';
  readonly at: string;
}

function sortedEvents(compare: Compare, events: readonly RangeEvent[]): readonly Event[] {
  const named = events.flatMap(eventsOf);
  return named.sort((a, b) => orderOfEvents(compare, a, b));
}

function eventsOf(event: RangeEvent): readonly Event[] {
  if (event.introduced !== undefined) return [{ kind: 'introduced', at: event.introduced }];
  if (event.fixed !== undefined) return [{ kind: 'fixed', at: event.fixed }];
  return event.last_affected === undefined ? [] : [{ kind: 'last_affected', at: event.last_affected }];
}

/** By version; `0` before all; at the same version an end comes before a new beginning, a last affected one after it. */
function orderOfEvents(compare: Compare, a: Event, b: Event): number {
  const [aFirst, bFirst] = [a.at === '0', b.at === '0'];
  if (aFirst !== bFirst) return aFirst ? -1 : 1;
  const order = aFirst ? 0 : (compare(a.at, b.at) ?? 0);
  return order === 0 ? rank[a.kind] - rank[b.kind] : order;
}

const rank: Record<Event['kind'], number> = { fixed: 0, introduced: 1, last_affected: 2 };

/** A range with limits holds only below one of them; `*` limits nothing. */
function isWithinLimits(compare: Compare, events: readonly RangeEvent[], version: string): boolean {
  const limits = events.flatMap((event) => event.limit ?? []);
  if (limits.length === 0 || limits.includes('*')) return true;
  return limits.some((limit) => (compare(version, limit) ?? 0) < 0);
}

/** The versions in which ranges that hold this one are fixed. */
export function fixesFor(ecosystem: PackageEcosystem, affected: Affected, version: string): readonly string[] {
  const compare = orderOf(ecosystem);
  return affected.ranges
    .filter((range) => covers(ecosystem, range, version))
    .flatMap((range) => range.events.flatMap((event) => event.fixed ?? []))
    .filter((fixed) => (compare(fixed, version) ?? 0) > 0);
}
