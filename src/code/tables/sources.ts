import type { OriginKind, Taint } from '../flow/value.js';
import { sources, trusted } from './sources.data.js';

type Way = Pick<Taint, 'origin' | 'path'>;

const open = waysOf(sources);
const closed = waysOf(trusted);

function waysOf(table: Readonly<Partial<Record<OriginKind, readonly string[]>>>) {
  return new Map(
    Object.entries(table).map(([kind, ways]) => [kind, ways.map((way) => (way === '' ? [] : way.split('.')))]),
  );
}

/** What others decide of what a handler is called with: ways from its parameter, the whole of it where there are none. */
export function openWays(kind: OriginKind): readonly string[] {
  return sources[kind].filter((way) => way !== '');
}

/** True if others decide what stands there. */
export function isOpen({ origin, path }: Way): boolean {
  const isWithin = (way: readonly string[]) => way.every((name, index) => name === '*' || path[index] === name);
  return (open.get(origin.kind) ?? []).some(isWithin) && !(closed.get(origin.kind) ?? []).some(isWithin);
}

/** True if what stands there is always a text, never an object. */
export function isText({ origin, path }: Way): boolean {
  if (origin.kind === 'texts') return true;
  return (origin.kind === 'event' || origin.kind === 'any event') &&
    /^(?:queryStringParameters|pathParameters|headers|rawPath|rawQueryString|body)$/.test(path[0] ?? '')
    ? path.length <= 2 && !(path[0] === 'body' && path.length > 1)
    : origin.kind === 'express' && (path[0] === 'params' || path[0] === 'headers');
}
