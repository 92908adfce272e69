import { entryOf, type MapValue, textOf } from '../../../../model/value.js';
import { scalar } from '../../evaluate/values.js';

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
