import type { Literal } from '../../../../model/literal.js';
import { entryOf, type MapValue, textOf } from '../../../../model/value.js';
import { scalar } from '../../evaluate/values.js';
import { argument } from '../field.js';

/** Settings of methods are for a path and a method in one text. */
export const methodPathFields = { MethodPath: argument('method_path') } as const;

/** `*` + `/*`, or `orders/GET`: the path before the last slash, then the method. */
export function withMethodPath(item: MapValue): MapValue {
  const entry = entryOf(item, 'MethodPath');
  const text = textOf(entry?.value);
  if (entry === undefined || text === undefined) return item;
  const slash = text.lastIndexOf('/');
  const path = text.slice(0, Math.max(slash, 0));
  const { at } = entry.value;
  const added = [
    { key: 'HttpMethod', keyAt: entry.keyAt, value: scalar(text.slice(slash + 1), at) },
    { key: 'ResourcePath', keyAt: entry.keyAt, value: scalar(path === '*' ? '/*' : `/${path}`, at) },
  ];
  return { ...item, entries: [...item.entries, ...added] };
}

/** The same for writing: all paths and methods by two stars. */
export function asMethodPath(entries: ReadonlyMap<string, Literal>): ReadonlyMap<string, Literal> {
  const method = entries.get('HttpMethod');
  const path = entries.get('ResourcePath');
  if (typeof method !== 'string' || typeof path !== 'string') return entries;
  const rest = [...entries].filter(([key]) => key !== 'HttpMethod' && key !== 'ResourcePath');
  const written = path === '/*' ? '*' : path.replace(/^\//, '');
  return new Map<string, Literal>([['MethodPath', `${written}/${method}`], ...rest]);
}
