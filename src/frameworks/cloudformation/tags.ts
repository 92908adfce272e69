import type { Value } from '../../model/value.js';

const plainNames = new Set(['Ref', 'Condition']);
const functionNames = new Set([
  'And',
  'Base64',
  'Cidr',
  'Equals',
  'FindInMap',
  'ForEach',
  'GetAtt',
  'GetAZs',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
]);

/** `!Sub x` means `Fn::Sub: x`: short forms become long ones, so that only those are resolved. */
export function readShortForm(tag: string, value: Value): Value {
  const name = tag.slice(1);
  const key = plainNames.has(name) ? name : functionNames.has(name) ? `Fn::${name}` : undefined;
  const { at, origin } = value;
  if (key === undefined) return { kind: 'unknown', at, because: 'unknown tag', ...(origin && { origin }) };
  return { kind: 'map', entries: [{ key, keyAt: at, value }], open: false, at, ...(origin && { origin }) };
}
