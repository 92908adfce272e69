import type { GraphEdge } from '../../../facts/events/edge.js';
import type { Stack } from '../../../facts/stack.js';
import { when } from '../../../model/setting.js';
import type { Span } from '../../../model/span.js';
import type { Problem } from '../../definition.js';
import type { Loop } from './loops.js';

/** A loop as a problem of its first function, on the line that lets it write. */
export function loopProblem({ functions, way }: Loop, stack: Stack): Problem {
  const [first] = functions;
  const about = first ?? { id: way[0]?.from ?? '' };
  const open = functions.some((fn) => when(fn.recursiveLoop, (guard) => guard === 'allow'));
  const guarded = isGuarded(way, stack);
  const ending = guarded && !open ? '' : '; the platform does not detect this loop';
  return {
    about,
    at: placeOf(way, stack) ?? first?.at ?? { path: stack.path, start: 0, end: 0 },
    related: way.flatMap(({ grant, trigger }) => [grant?.at, trigger?.at].filter((at) => at !== undefined)),
    discriminator: loopKey({ way }),
    message: `${about.id} can trigger itself: ${described(way)}${ending}.`,
    ...(isAllowedOnly(way)
      ? { severity: 'medium' as const, confidence: 'low' as const }
      : { severity: open || !guarded ? ('high' as const) : ('medium' as const) }),
  };
}

/** What tells loops of one function apart. */
export function loopKey({ way }: Pick<Loop, 'way'>): string {
  return [...new Set(way.map(({ to }) => to))].sort().join(' ');
}

/** A grant says what a function may do, not what it does; rules on object keys narrow what starts it. */
function isAllowedOnly(way: readonly GraphEdge[]): boolean {
  return way.some(({ grant, trigger }) => grant !== undefined || isFiltered(trigger));
}

/** So many resources of a loop are named; of longer ones the beginning and the end. */
const mostNamed = 8;

function described(way: readonly GraphEdge[]): string {
  const ids = [way[0]?.from ?? '', ...way.map(({ to }) => to)];
  const left = ids.length - mostNamed;
  const named = left > 0 ? [...ids.slice(0, mostNamed / 2), `${left} more`, ...ids.slice(-mostNamed / 2)] : ids;
  return named.join(' → ');
}

function placeOf(way: readonly GraphEdge[], stack: Stack): Span | undefined {
  const grant = way.find((edge) => edge.grant)?.grant;
  if (grant !== undefined) return grant.at;
  const sending = way.find(({ at }) => at !== undefined)?.at;
  if (sending !== undefined) return sending;
  const failing = way.find(({ kind }) => kind === 'failure')?.from;
  return stack.functions.find(({ id }) => id === failing)?.onFailure.at;
}

/** A rule on object keys narrows what starts the function, so a grant for the whole bucket says less. */
export function isFiltered(trigger: GraphEdge['trigger']): boolean {
  const filter = trigger?.objectFilter;
  return filter !== undefined && filter.prefixes.length + filter.suffixes.length > 0;
}

const guardedStores = new Set(['queue', 'topic', 'bucket']);

/** A platform that guards against loops stops those of functions with queues, topics and buckets after about 16 rounds. */
function isGuarded(way: readonly GraphEdge[], stack: Stack): boolean {
  return way.every(({ from }) => {
    const resource = stack.resource(from);
    if (resource?.kind === 'function') return resource.recursiveLoop.kind !== 'none';
    return resource?.kind === 'store' && guardedStores.has(resource.store);
  });
}
