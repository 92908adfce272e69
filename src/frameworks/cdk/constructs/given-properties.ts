import type { Call, Property } from '../program/expression.js';
import { resolve } from '../program/scope.js';
import { isNothing, propertiesOf } from './construct.js';

/** A property that a construct is given; one that is `undefined` is none. */
export function given(call: Call, key: string, position = 2): Property | undefined {
  const properties = propertiesOf(call, position);
  const found = typeof properties === 'string' ? undefined : properties.entries.findLast((entry) => entry.key === key);
  return found === undefined || isNothing(found.value) ? undefined : found;
}

/** True if properties may be given that are not seen. */
export function isOpen(call: Call, position = 2): boolean {
  const properties = propertiesOf(call, position);
  return properties === 'unknown' || (properties !== 'none' && properties.open);
}

/** True for a switch that is on by default and is not turned off, as far as that is known. */
export function isOn(call: Call, key: string, position = 2): boolean {
  const found = given(call, key, position)?.value;
  const value = found && resolve(found);
  return value === undefined || (value.kind === 'literal' && value.value === true);
}
