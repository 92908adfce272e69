import type { RangeEvent } from './advisory.js';

/**
 * GitHub's range language as OSV events: `>= 1.0, < 1.2`, `<= 3.1`, `= 2.0`, `> 1.0, < 2.0`. Events cannot say a strict
 * lower bound; it is taken as inclusive, so that nothing is missed.
 */
export function eventsOfRange(
  range: string,
  fixed: string | undefined,
): { readonly versions: readonly string[]; readonly events: readonly RangeEvent[] } {
  const parts = range
    .slice(0, 500)
    .split(',')
    .flatMap((part) => boundOf(part.trim()) ?? []);
  const exact = parts.find(({ operator }) => operator === '=');
  if (exact !== undefined) {
    const only: readonly RangeEvent[] = [{ introduced: exact.version }, { last_affected: exact.version }];
    return { versions: [exact.version], events: fixed === undefined ? only : [...only, { fixed }] };
  }
  const lower = parts.find(({ operator }) => operator.startsWith('>'));
  const upper = parts.find(({ operator }) => operator.startsWith('<'));
  const begin: RangeEvent = { introduced: lower?.version ?? '0' };
  if (parts.length === 0) return { versions: [], events: [] };
  if (upper === undefined) return { versions: [], events: fixed === undefined ? [begin] : [begin, { fixed }] };
  if (upper.operator === '<') return { versions: [], events: [begin, { fixed: upper.version }] };
  const end: RangeEvent = { last_affected: upper.version };
  return { versions: [], events: fixed === undefined ? [begin, end] : [begin, end, { fixed }] };
}

interface Bound {
  readonly operator: string;
  readonly version: string;
}

function boundOf(part: string): Bound | undefined {
  const found = /^(>=|<=|>|<|=)\s{0,5}([\w.+!~-]{1,128})$/.exec(part);
  return found === null ? undefined : { operator: found[1] ?? '', version: found[2] ?? '' };
}
