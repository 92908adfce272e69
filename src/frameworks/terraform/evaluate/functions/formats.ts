import { textOf, type Value } from '../../../../model/value.js';
import { listOf, numberOf, partsOf, scalar, sureness, textFrom } from '../values.js';
import type { PureFunction } from './function.js';

const longest = 100_000;
const mostItems = 1000;

/** `%s`, `%v`, `%d`, `%q`, `%%`, and numbers filled up with zeros; references stay in their places. */
const format: PureFunction = ([pattern, ...values], at) => {
  const text = textOf(pattern);
  if (text === undefined || text.length > longest) return undefined;
  let next = 0;
  const parts = text.split(/(%[-+ #0]*\d*(?:\.\d+)?[a-zA-Z%])/).flatMap((piece, index) => {
    if (index % 2 === 0) return [piece];
    if (piece === '%%') return ['%'];
    const value = values[next];
    next += 1;
    if (piece === '%q') return [quoted(value)];
    const given = value && partsOf(value);
    return given === undefined || !/^%[svd]$/.test(piece) ? [padded(piece, value)] : given;
  });
  return textFrom(parts, at, sureness(pattern, ...values));
};

function quoted(value: Value | undefined): string | undefined {
  const text = textOf(value);
  return text === undefined ? undefined : JSON.stringify(text);
}

function padded(verb: string, value: Value | undefined): string | undefined {
  const [, width] = /^%0(\d{1,2})d$/.exec(verb) ?? [];
  const text = textOf(value);
  return width === undefined || text === undefined ? undefined : text.padStart(Number(width), '0');
}

/** The pattern once for each item of the lists that are given; other values are the same every time. */
const formatlist: PureFunction = ([pattern, ...values], at) => {
  const lists = values.flatMap((value) => (value.kind === 'list' ? [value] : []));
  const [first, ...others] = lists;
  const length = first?.items.length ?? 1;
  if (pattern === undefined || length > mostItems || lists.some(({ open }) => open)) return undefined;
  if (others.some(({ items }) => items.length !== length) || values.some(({ kind }) => kind === 'map'))
    return undefined;
  const items: Value[] = [];
  for (let index = 0; index < length; index += 1) {
    const row = values.map((value) => (value.kind === 'list' ? value.items[index] : value));
    const one = format([pattern, ...row.flatMap((value) => value ?? [])], at);
    if (one === undefined) return undefined;
    items.push(one);
  }
  return listOf(items, at);
};

/** Moves all lines but the first to the right. */
const indent: PureFunction = ([width, value], at) => {
  const [spaces, text] = [numberOf(width), textOf(value)];
  if (spaces === undefined || spaces < 0 || spaces > 100 || text === undefined || text.length > longest)
    return undefined;
  return scalar(text.replaceAll('\n', `\n${' '.repeat(spaces)}`), at, sureness(value));
};

export const formatFunctions: readonly (readonly [string, PureFunction])[] = [
  ['format', format],
  ['formatlist', formatlist],
  ['indent', indent],
];
