import { textOf, type Value } from '../../../../model/value.js';
import { failure, listOf, numberOf, scalar, unknownValue, usedAt } from '../values.js';
import type { PureFunction } from './function.js';

const mostItems = 1000;

const length: PureFunction = ([value], at) => {
  if (value?.kind === 'list') return value.open ? undefined : scalar(value.items.length, at);
  if (value?.kind === 'map') return value.open ? undefined : scalar(value.entries.length, at);
  const text = textOf(value);
  return text === undefined ? undefined : scalar([...text].length, at);
};

/** Counts round and round. */
const elementAt: PureFunction = ([list, number], at) => {
  const index = numberOf(number);
  if (list?.kind !== 'list' || list.open || index === undefined) return undefined;
  const found = list.items.at(list.items.length === 0 ? 0 : index % list.items.length);
  return found === undefined ? unknownValue(at, failure) : usedAt(found, at);
};

const slice: PureFunction = ([list, from, to], at) => {
  const [start, end] = [numberOf(from), numberOf(to)];
  if (list?.kind !== 'list' || list.open || start === undefined || end === undefined) return undefined;
  const isInside = start >= 0 && start <= end && end <= list.items.length;
  return isInside ? listOf(list.items.slice(start, end), at) : unknownValue(at, failure);
};

/** The only item of a list, or null. */
const one: PureFunction = ([list], at) => {
  if (list?.kind !== 'list') return list;
  if (list.open || list.items.length > 1) return undefined;
  const [only] = list.items;
  return only === undefined ? scalar(null, at) : usedAt(only, at);
};

const range: PureFunction = (values, at) => {
  const numbers = values.map(numberOf).filter((number) => number !== undefined);
  if (numbers.length < values.length) return undefined;
  const [start = 0, end = 0] = numbers.length === 1 ? [0, numbers[0]] : numbers;
  const step = numbers[2] ?? (start <= end ? 1 : -1);
  const count = Math.ceil((end - start) / step);
  if (!Number.isFinite(count) || count > mostItems) return undefined;
  const items = Array.from({ length: Math.max(count, 0) }, (_, index) => scalar(start + index * step, at));
  return listOf(items, at);
};

const index: PureFunction = ([list, wanted], at) => {
  const text = textOf(wanted);
  if (list?.kind !== 'list' || list.open || text === undefined) return undefined;
  const found = list.items.findIndex((item) => textOf(item) === text);
  return found === -1 ? unknownValue(at, failure) : scalar(found, at);
};

/** Every combination of the members of several lists. */
const setproduct: PureFunction = (values, at) => {
  let rows: readonly (readonly Value[])[] = [[]];
  for (const value of values) {
    if (value.kind !== 'list' || value.open || rows.length * value.items.length > mostItems) return undefined;
    rows = rows.flatMap((row) => value.items.map((item) => [...row, item]));
  }
  return listOf(
    rows.map((row) => listOf(row, at)),
    at,
  );
};

const chunklist: PureFunction = ([list, size], at) => {
  const count = numberOf(size);
  if (list?.kind !== 'list' || list.open || count === undefined || count < 1) return undefined;
  const chunks: Value[] = [];
  for (let start = 0; start < list.items.length; start += count) {
    chunks.push(listOf(list.items.slice(start, start + count), at));
  }
  return listOf(chunks, at);
};

export const sequenceFunctions: readonly (readonly [string, PureFunction])[] = [
  ['length', length],
  ['element', elementAt],
  ['slice', slice],
  ['one', one],
  ['range', range],
  ['index', index],
  ['setproduct', setproduct],
  ['chunklist', chunklist],
];
