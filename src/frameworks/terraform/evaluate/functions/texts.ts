import { isNull, textOf, type Value } from '../../../../model/value.js';
import { listOf, numberOf, partsOf, scalar, sureness, textFrom } from '../values.js';
import type { PureFunction } from './function.js';

const longest = 100_000;

/** A function of one known text. */
function ofText(change: (text: string) => string | boolean): PureFunction {
  return ([value], at) => {
    const text = textOf(value);
    return text === undefined ? undefined : scalar(change(text), at, sureness(value));
  };
}

/** A function of two known texts. */
function ofTexts(change: (text: string, other: string) => string | boolean): PureFunction {
  return ([value, second], at) => {
    const [text, other] = [textOf(value), textOf(second)];
    if (text === undefined || other === undefined) return undefined;
    return scalar(change(text, other), at, sureness(value, second));
  };
}

function trimmed(text: string, characters: string, sides: { readonly start: boolean; readonly end: boolean }): string {
  let start = 0;
  let end = text.length;
  while (sides.start && start < end && characters.includes(text.charAt(start))) start += 1;
  while (sides.end && end > start && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

const join: PureFunction = ([separator, ...lists], at) => {
  const between = textOf(separator);
  const items = lists.flatMap((list): readonly (Value | undefined)[] =>
    list.kind === 'list' && !list.open ? list.items : [undefined],
  );
  if (between === undefined || items.includes(undefined)) return undefined;
  const parts = items.flatMap((item, index) => [
    ...(index === 0 ? [] : [between]),
    ...((item && partsOf(item)) ?? [undefined]),
  ]);
  return textFrom(parts, at, sureness(separator, ...lists, ...items));
};

const split: PureFunction = ([separator, value], at) => {
  const [between, text] = [textOf(separator), textOf(value)];
  if (between === undefined || text === undefined || text.length > longest) return undefined;
  const pieces = text === '' && between !== '' ? [''] : text.split(between);
  return listOf(
    pieces.map((piece) => ({ ...scalar(piece, value?.at ?? at, sureness(value)) })),
    at,
  );
};

/** Plain texts only: patterns between slashes are not run. */
const replace: PureFunction = ([value, from, to], at) => {
  const [text, wanted, other] = [textOf(value), textOf(from), textOf(to)];
  if (text === undefined || wanted === undefined || other === undefined) return undefined;
  if (text.length > longest || /^\/.*\/$/s.test(wanted) || wanted === '') return undefined;
  const result = text.replaceAll(wanted, () => other);
  return result.length > longest ? undefined : scalar(result, at, sureness(value, from, to));
};

const substr: PureFunction = ([value, offset, length], at) => {
  const [text, start, count] = [textOf(value), numberOf(offset), numberOf(length)];
  if (text === undefined || start === undefined || count === undefined) return undefined;
  const from = start < 0 ? Math.max(text.length + start, 0) : start;
  return scalar(text.slice(from, count < 0 ? undefined : from + count), at, sureness(value));
};

const base64encode = ofText((text) => Buffer.from(text, 'utf8').toString('base64'));

const both = { start: true, end: true };

export const textFunctions: readonly (readonly [string, PureFunction])[] = [
  ['join', join],
  ['split', split],
  ['replace', replace],
  ['substr', substr],
  ['base64encode', base64encode],
  ['lower', ofText((text) => text.toLowerCase())],
  ['upper', ofText(upper)],
  ['title', ofText((text) => text.replace(/(?<![\p{L}\p{N}_])\p{L}/gu, (letter) => letter.toUpperCase()))],
  ['trimspace', ofText((text) => text.trim())],
  ['chomp', ofText((text) => text.replace(/[\r\n]{1,1000}$/, ''))],
  ['strrev', ofText((text) => [...text].toReversed().join(''))],
  ['trim', ofTexts((text, characters) => trimmed(text, characters, both))],
  ['trimprefix', ofTexts((text, prefix) => (text.startsWith(prefix) ? text.slice(prefix.length) : text))],
  [
    'trimsuffix',
    ofTexts((text, suffix) => (suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text)),
  ],
  ['startswith', ofTexts((text, prefix) => text.startsWith(prefix))],
  ['endswith', ofTexts((text, suffix) => text.endsWith(suffix))],
  ['strcontains', ofTexts((text, part) => text.includes(part))],
  ['basename', ofText((text) => text.replace(/\/+$/, '').split('/').at(-1) ?? '')],
  ['dirname', ofText((text) => (text.includes('/') ? text.slice(0, text.lastIndexOf('/')) : '.'))],
  ['pathexpand', ofText((text) => text)],
  ['coalesce', (values) => firstGiven(values, (value) => !isNull(value) && textOf(value) !== '')],
  ['coalescelist', (values) => firstGiven(values, (value) => value.kind === 'list' && value.items.length > 0)],
];

/** The first argument that counts; one that is not known may be it. */
function firstGiven(values: readonly Value[], counts: (value: Value) => boolean): Value | undefined {
  const found = values.find((value) => value.kind === 'unknown' || counts(value));
  return found?.kind === 'unknown' ? undefined : found;
}

/** Letter by letter: one that has no single capital stays as it is. */
function upper(text: string): string {
  return [...text].map((letter) => ([...letter.toUpperCase()].length === 1 ? letter.toUpperCase() : letter)).join('');
}
