import type { Value } from '../../../../model/value.js';
import { isTrue, numberOf, scalar, sureness } from '../values.js';
import type { PureFunction } from './function.js';

function ofNumber(change: (number: number) => number): PureFunction {
  return ([value], at) => {
    const number = numberOf(value);
    return number === undefined ? undefined : scalar(change(number), at, sureness(value));
  };
}

function ofNumbers(change: (numbers: readonly number[]) => number): PureFunction {
  return (values, at) => {
    const numbers = spread(values).map(numberOf);
    const known = numbers.filter((number) => number !== undefined);
    if (known.length < numbers.length || known.length === 0) return undefined;
    return scalar(change(known), at, sureness(...values));
  };
}

function spread(values: readonly Value[]): readonly (Value | undefined)[] {
  return values.flatMap((value): readonly (Value | undefined)[] => {
    if (value.kind !== 'list') return [value];
    return value.open ? [undefined] : value.items;
  });
}

function ofTruths(decide: (truths: readonly boolean[]) => boolean): PureFunction {
  return (values, at) => {
    const truths = spread(values).map((value) => value && isTrue(value));
    const known = truths.filter((truth) => truth !== undefined);
    return known.length < truths.length ? undefined : scalar(decide(known), at, sureness(...values));
  };
}

const pow: PureFunction = ([base, exponent], at) => {
  const result = (numberOf(base) ?? Number.NaN) ** (numberOf(exponent) ?? Number.NaN);
  return Number.isSafeInteger(result) ? scalar(result, at, sureness(base, exponent)) : undefined;
};

export const numberFunctions: readonly (readonly [string, PureFunction])[] = [
  ['abs', ofNumber(Math.abs)],
  ['ceil', ofNumber(Math.ceil)],
  ['floor', ofNumber(Math.floor)],
  ['signum', ofNumber(Math.sign)],
  ['max', ofNumbers((numbers) => numbers.reduce((a, b) => Math.max(a, b)))],
  ['min', ofNumbers((numbers) => numbers.reduce((a, b) => Math.min(a, b)))],
  ['pow', pow],
  ['sum', ofNumbers((numbers) => numbers.reduce((a, b) => a + b))],
  ['alltrue', ofTruths((truths) => truths.every(Boolean))],
  ['anytrue', ofTruths((truths) => truths.some(Boolean))],
];
