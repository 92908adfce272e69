import { isNull, type ListValue, textOf, type Value } from '../../../../model/value.js';
import { listOf, plainOf, scalar, sureness } from '../values.js';
import { toset } from './conversions.js';
import type { PureFunction } from './function.js';

const mostItems = 10_000;
const deepest = 20;

/** The items of several lists; open when one of them is, or is not known. */
function joinedLists(values: readonly Value[]): Pick<ListValue, 'items' | 'open'> {
  const items = values.flatMap((value) => (value.kind === 'list' ? value.items : []));
  const open = values.some((value) => value.kind !== 'list' || value.open) || items.length > mostItems;
  return { items: items.slice(0, mostItems), open };
}

const concat: PureFunction = (values, at) => {
  if (!values.some(({ kind }) => kind === 'list')) return undefined;
  const { items, open } = joinedLists(values);
  return listOf(items, at, open);
};

const flatten: PureFunction = ([value], at) => {
  if (value?.kind !== 'list') return undefined;
  const { items, open } = flat(value, 0);
  return listOf(items.slice(0, mostItems), at, open || items.length > mostItems);
};

function flat(list: ListValue, depth: number): Pick<ListValue, 'items' | 'open'> {
  const inner = list.items.map((item) =>
    item.kind === 'list' && depth < deepest
      ? flat(item, depth + 1)
      : { items: item.kind === 'unknown' ? [] : [item], open: item.kind === 'unknown' },
  );
  return { items: inner.flatMap(({ items }) => items), open: list.open || inner.some(({ open }) => open) };
}

const compact: PureFunction = ([value], at) => {
  if (value?.kind !== 'list') return undefined;
  return listOf(
    value.items.filter((item) => !isNull(item) && textOf(item) !== ''),
    at,
    value.open,
  );
};

const distinct: PureFunction = ([value], at) => {
  if (value?.kind !== 'list') return undefined;
  const seen = new Set<unknown>();
  const items = value.items.filter((item) => {
    const plain = plainOf(item);
    if (plain === undefined) return true;
    const isNew = !seen.has(plain);
    seen.add(plain);
    return isNew;
  });
  return listOf(items, at, value.open);
};

/** Sorted by text, as `sort` does; anything that is not known stays where it is. */
const sort: PureFunction = ([value], at) => {
  if (value?.kind !== 'list') return undefined;
  if (value.items.some((item) => textOf(item) === undefined)) return listOf(value.items, at, value.open);
  const key = (item: Value) => textOf(item) ?? '';
  const items = value.items.toSorted((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
  return listOf(items, at, value.open);
};

function typeOf(value: Value | undefined): string {
  return value?.kind === 'scalar' ? typeof value.value : '';
}

const contains: PureFunction = ([list, wanted], at) => {
  const text = textOf(wanted);
  if (list?.kind !== 'list' || text === undefined) return undefined;
  const texts = list.items.map(textOf);
  const found = texts.includes(text);
  const isAlike = list.items.some((item) => textOf(item) === text && typeOf(item) === typeOf(wanted));
  // A number and its text are equal only where something made them of one type.
  if (found && !isAlike) return undefined;
  return !found && (list.open || texts.includes(undefined)) ? undefined : scalar(found, at, sureness(list, wanted));
};

/** Sets as lists: members that are in all, in any, or in the first one only. */
function ofSets(keep: (inOthers: number, others: number) => boolean): PureFunction {
  return ([first, ...others], at) => {
    const lists = others.filter((value) => value.kind === 'list' && !value.open);
    if (first?.kind !== 'list' || lists.length < others.length) return undefined;
    const texts = lists.map((list) => new Set(list.kind === 'list' ? list.items.map(textOf) : []));
    const items = first.items.filter((item) => keep(texts.filter((set) => set.has(textOf(item))).length, texts.length));
    return toset([listOf(items, at, first.open)], at);
  };
}

const reverse: PureFunction = ([value], at) =>
  value?.kind === 'list' && !value.open ? listOf(value.items.toReversed(), at) : undefined;

const union: PureFunction = (values, at) => {
  const joined = concat(values, at);
  return joined && toset([joined], at);
};

export const listFunctions: readonly (readonly [string, PureFunction])[] = [
  ['concat', concat],
  ['flatten', flatten],
  ['compact', compact],
  ['distinct', distinct],
  ['sort', sort],
  ['reverse', reverse],
  ['contains', contains],
  ['setunion', union],
  ['setintersection', ofSets((inOthers, others) => inOthers === others)],
  ['setsubtract', ofSets((inOthers) => inOthers === 0)],
];
