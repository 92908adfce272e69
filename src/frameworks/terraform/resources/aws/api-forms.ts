import type { Literal } from '../../../../model/literal.js';
import type { Span } from '../../../../model/span.js';
import { entryOf, itemsOf, type MapEntry, type MapValue, textOf, type Value } from '../../../../model/value.js';
import { mapOf, scalar } from '../../evaluate/values.js';

/** A list that the API keeps as a map, by what each item says under a key. */
export function keyedBy(name: string): (value: Value) => Value {
  return (value) => {
    if (value.kind !== 'list') return value;
    const entries = value.items.flatMap((item): readonly MapEntry[] => {
      const key = textOf(entryOf(item, name)?.value);
      return key === undefined ? [] : [{ key, keyAt: item.at, value: item }];
    });
    return mapOf(entries, value.at, value.open || entries.length < value.items.length);
  };
}

/** A map that the API has as a list of names and values, of which the values count. */
export function dimensionsOf(value: Value): Value {
  const items = value.kind === 'map' ? value.entries.map((one) => wrapped('Value', one.value, one.keyAt)) : [value];
  return listAt(items, value.at);
}

/** Names and values that the API lists, as the map that Terraform has for them. */
export function dimensionsTo(literal: Literal): Literal | undefined {
  const entries: Record<string, Literal> = {};
  for (const item of Array.isArray(literal) ? literal : []) {
    const { Name: name, Value: value } = item;
    if (typeof name !== 'string' || value === undefined) return undefined;
    entries[name] = value;
  }
  return entries;
}

/** Actions that the API lists, each under the name of its kind. */
export function actionsOf(kind: string): (value: Value, at: Span) => Value {
  return (value, at) => {
    const items = itemsOf(value).map((item) => wrapped(kind, item, item.at));
    return wrapped('Actions', listAt(items, value.at), at);
  };
}

/** A change of every map of a list. */
export function eachOf(change: (item: MapValue) => MapValue): (value: Value) => Value {
  return (value) => {
    if (value.kind !== 'list') return value;
    return { ...value, items: value.items.map((item) => (item.kind === 'map' ? change(item) : item)) };
  };
}

/** Names of objects in a notification, which the API keeps as rules. */
export function withKeyRules(item: MapValue): MapValue {
  const rules = item.entries
    .filter(({ key }) => key === 'FilterPrefix' || key === 'FilterSuffix')
    .map(({ key, keyAt, value }) =>
      mapOf(
        [
          { key: 'Name', keyAt, value: scalar(key === 'FilterPrefix' ? 'prefix' : 'suffix', keyAt) },
          { key: 'Value', keyAt, value },
        ],
        keyAt,
      ),
    );
  if (rules.length === 0) return item;
  const filter = wrapped('S3Key', wrapped('Rules', listAt(rules, item.at), item.at), item.at);
  return { ...item, entries: [...item.entries, { key: 'Filter', keyAt: item.at, value: filter }] };
}

function wrapped(key: string, value: Value, at: Span): MapValue {
  return mapOf([{ key, keyAt: at, value }], at);
}

function listAt(items: readonly Value[], at: Span): Value {
  return { kind: 'list', items, open: false, at };
}
