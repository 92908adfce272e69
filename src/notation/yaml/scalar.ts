import type { ScalarValue } from '../../model/value.js';
import type { YamlScalar } from './node.js';

const words = new Map<string, null | boolean>([
  ['', null],
  ['~', null],
  ['null', null],
  ['Null', null],
  ['NULL', null],
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
]);

const mayBeNumber = /^-?\d[\d.e+-]*$/;

/**
 * What a plain word means. Numbers stay text where their spelling would be lost (`010`, `1.10`, account ids with a leading
 * zero), and so do `yes`, `on` ...: codecs read those.
 */
export function plainMeaning(source: string): ScalarValue['value'] {
  const word = words.get(source);
  if (word !== undefined) return word;
  if (!mayBeNumber.test(source)) return source;
  const number = Number(source);
  return String(number) === source ? number : source;
}

/** What a scalar node means: only plain ones without a tag can be anything but text. */
export function scalarMeaning({ value, plain, tag }: YamlScalar): ScalarValue['value'] {
  return plain && tag === undefined ? plainMeaning(value) : value;
}
