import type { OriginKind, Taint } from '../flow/value.js';
import { sources, trusted } from './sources.data.js';

type Way = Pick<Taint, 'origin' | 'path'>;

const open = waysOf(sources);
const closed = waysOf(trusted);

type Ways = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Ways by their first name: most texts are asked for often. The whole of an origin stands under `''`. */
function waysOf(table: Readonly<Partial<Record<OriginKind, readonly string[]>>>): ReadonlyMap<string, Ways> {
  const byFirst = (ways: readonly string[]): Ways => {
    const found = new Map<string, string[][]>();
    for (const way of ways) {
      const [first = '', ...rest] = way.split('.');
      found.set(first, [...(found.get(first) ?? []), rest]);
    }
    return found;
  };
  return new Map(Object.entries(table).map(([kind, ways]) => [kind, byFirst(ways)]));
}

/** What others decide of what a handler is called with: ways from its parameter, the whole of it where there are none. */
export function openWays(kind: OriginKind): readonly string[] {
  return sources[kind].filter((way) => way !== '');
}

/** True if others decide what stands there. */
export function isOpen({ origin, path }: Way): boolean {
  return isOnWay(open.get(origin.kind), path) && !isOnWay(closed.get(origin.kind), path);
}

function isOnWay(ways: Ways | undefined, path: readonly string[]): boolean {
  if (ways === undefined) return false;
  if (ways.has('')) return true;
  const [first] = path;
  const rests = first === undefined ? undefined : ways.get(first);
  return (
    rests?.some((rest) =>
      rest.every((name, index) => (name === '*' ? path.length > index + 1 : path[index + 1] === name)),
    ) ?? false
  );
}

/** True if what stands there is always a text, never an object. */
export function isText({ origin, path }: Way): boolean {
  if (origin.kind === 'texts') return true;
  return (origin.kind === 'event' || origin.kind === 'any event') &&
    /^(?:queryStringParameters|pathParameters|headers|rawPath|rawQueryString|body)$/.test(path[0] ?? '')
    ? path.length <= 2 && !(path[0] === 'body' && path.length > 1)
    : origin.kind === 'express' && (path[0] === 'params' || path[0] === 'headers');
}
