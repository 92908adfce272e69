import type { Declared } from '../../../cloudformation/template.js';
import type { Reading } from '../../../reading/writer.js';
import type { Call } from '../../evaluate/scope.js';

/** Resources that a module of the registry makes from its arguments. */
export function moduleResources(_call: Call, _reading: Reading): readonly Declared[] {
  return [];
}

/** Whether all that matters of a remote module is read from its arguments. */
export function isKnownModule(_call: Call): boolean {
  return false;
}
