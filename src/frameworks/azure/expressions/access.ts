import type { Span } from '../../../model/span.js';
import { entryOf, textOf, type Value } from '../../../model/value.js';
import { forEachCase, unknownValue, usedAt } from './expression-values.js';

/** Attributes of attributes beyond this length name nothing that is looked for. */
const longestAttribute = 200;

/** `value.name`. */
export function memberOf(value: Value, name: string, at: Span): Value {
  if (value.kind === 'choice') return { ...forEachCase(value, (one) => memberOf(one, name, at)), at };
  if (value.kind === 'map') {
    const found =
      entryOf(value, name)?.value ?? value.entries.find(({ key }) => key.toLowerCase() === name.toLowerCase())?.value;
    if (found !== undefined) return usedAt(found, at);
    return value.open ? unknownValue('open container', at) : { kind: 'scalar', value: null, at };
  }
  if (value.kind === 'reference') {
    const attribute = value.attribute === undefined ? name : `${value.attribute}.${name}`;
    return { kind: 'reference', to: value.to, attribute: attribute.slice(0, longestAttribute), at };
  }
  return { kind: 'unknown', because: value.kind === 'unknown' ? value.because : 'attribute', at };
}

/** `value[index]`. */
export function elementOf(value: Value, index: Value, at: Span): Value {
  if (value.kind === 'choice') return { ...forEachCase(value, (one) => elementOf(one, index, at)), at };
  const key = textOf(index);
  if (value.kind === 'list' && key !== undefined && !value.open) {
    const item = value.items[Number(key)];
    return item === undefined ? unknownValue('no such item', at) : usedAt(item, at);
  }
  if (value.kind === 'reference') return { ...value, to: elementId(value, key), at };
  if (value.kind === 'map' && key !== undefined) return memberOf(value, key, at);
  return { kind: 'unknown', because: value.kind === 'unknown' ? value.because : 'computed index', at };
}

/** Resources of a loop are told apart by their index. */
function elementId({ to, attribute }: Extract<Value, { kind: 'reference' }>, key: string | undefined): string {
  return attribute === undefined && /^\d{1,3}$/.test(key ?? '') ? `${to}[${key}]` : to;
}
