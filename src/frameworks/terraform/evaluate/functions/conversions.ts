import { isNull, textOf, type Value } from '../../../../model/value.js';
import { failure, isTrue, listOf, numberOf, plainOf, scalar, unknownValue } from '../values.js';
import type { PureFunction } from './function.js';

/** Another form of a known scalar; anything else is the same in every form. */
function toForm(convert: (value: Value) => string | number | boolean | undefined): PureFunction {
  return ([value], at) => {
    if (value?.kind !== 'scalar' || isNull(value)) return value && { ...value, at };
    const result = convert(value);
    return result === undefined ? unknownValue(at, failure) : { ...value, at, value: result };
  };
}

/** A set has every member once, in order. With a member that is not known it stays as it is. */
export const toset: PureFunction = ([value], at) => {
  if (value?.kind !== 'list') return value && { ...value, at };
  const members = new Map(value.items.map((item) => [plainOf(item), item]));
  if (members.has(undefined)) return { ...value, at, isSet: true };
  return { kind: 'list', items: [...members.values()].toSorted(inOrder), at, open: value.open, isSet: true };
};

const tolist: PureFunction = ([value], at) =>
  value?.kind === 'list' ? listOf(value.items, at, value.open) : value && { ...value, at };

function inOrder(a: Value, b: Value): number {
  const [one, other] = [plainOf(a) ?? '', plainOf(b) ?? ''];
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one) < String(other) ? -1 : Number(String(one) > String(other));
}

const parseint: PureFunction = ([value, base], at) => {
  const [text, radix] = [textOf(value), numberOf(base)];
  if (text === undefined || radix === undefined || radix < 2 || radix > 36) return undefined;
  const digits = '0123456789abcdefghijklmnopqrstuvwxyz'.slice(0, radix);
  const isNumber = [...text.toLowerCase().replace(/^-/, '')].every((digit) => digits.includes(digit));
  return isNumber && text.length < 16 && text !== '' ? scalar(Number.parseInt(text, radix), at) : undefined;
};

export const conversionFunctions: readonly (readonly [string, PureFunction])[] = [
  ['tostring', toForm(textOf)],
  ['tonumber', toForm(numberOf)],
  ['tobool', toForm(isTrue)],
  ['toset', toset],
  ['tolist', tolist],
  ['parseint', parseint],
];
