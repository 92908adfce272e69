import type { Declared } from '../template.js';
import { type Mapping, property, referent } from './mapping.js';

/** The id of the bus in the stack that a rule listens to; undefined for the default bus and those elsewhere. */
export function ruleBus(mapping: Mapping, rule: Declared): string | undefined {
  return referent(mapping, property(rule, 'EventBusName'));
}
