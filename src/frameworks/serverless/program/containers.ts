import type { Span } from '../../../model/span.js';
import { type MapEntry, textOf, type Value } from '../../../model/value.js';
import { type Lowering, lower, spanOf } from './lowering.js';
import { type ArrayExpression, isExpression, type ObjectExpression, type Property } from './syntax.js';

/** A list; what is spread into it and is not known opens it. */
export function lowerArray(lowering: Lowering, { elements }: ArrayExpression, at: Span): Value {
  const items: Value[] = [];
  let open = false;
  for (const element of elements) {
    if (element?.type === 'SpreadElement') {
      const spread = lower(lowering, element.argument);
      if (spread.kind === 'list') items.push(...spread.items);
      open ||= spread.kind !== 'list' || spread.open;
    } else if (isExpression(element)) items.push(lower(lowering, element));
  }
  return { kind: 'list', items, open, at };
}

/** A map; the later entry wins, and what is spread into it and is not known opens it. */
export function lowerObject(lowering: Lowering, { properties }: ObjectExpression, at: Span): Value {
  const entries = new Map<string, MapEntry>();
  let open = false;
  for (const property of properties) {
    const found = property.type === 'SpreadElement' ? spread(lowering, property) : written(lowering, property);
    for (const entry of found.entries) entries.set(entry.key, entry);
    open ||= found.open;
  }
  return { kind: 'map', entries: [...entries.values()], open, at };
}

function entryFrom(lowering: Lowering, property: Exclude<Property, { type: 'SpreadElement' }>): MapEntry | undefined {
  const key = keyOf(lowering, property);
  if (key === undefined) return undefined;
  const keyAt = spanOf(lowering, property.key);
  if (property.type === 'ObjectMethod' || !isExpression(property.value)) {
    return { key, keyAt, value: { kind: 'unknown', at: keyAt, because: 'computed by the program' } };
  }
  const value = lower(lowering, property.value);
  return {
    key,
    keyAt,
    value: value.kind === 'map' && value.at.start >= keyAt.end ? { ...value, anchor: keyAt } : value,
  };
}

function keyOf(
  lowering: Lowering,
  { key, computed }: Exclude<Property, { type: 'SpreadElement' }>,
): string | undefined {
  if (!computed && key.type === 'Identifier') return key.name;
  return isExpression(key) ? textOf(lower(lowering, key)) : undefined;
}

interface Found {
  readonly entries: readonly MapEntry[];
  readonly open: boolean;
}

function spread(lowering: Lowering, { argument }: Extract<Property, { type: 'SpreadElement' }>): Found {
  const value = lower(lowering, argument);
  return value.kind === 'map' ? value : { entries: [], open: true };
}

function written(lowering: Lowering, property: Exclude<Property, { type: 'SpreadElement' }>): Found {
  const entry = entryFrom(lowering, property);
  return entry === undefined ? { entries: [], open: true } : { entries: [entry], open: false };
}
