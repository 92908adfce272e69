import type { Mapping, Parts } from '../cloud.js';
import { bindingsOf, isBindingType } from './bindings.js';
import { googleDoors } from './doors.js';
import { functionFields } from './function-fields.js';
import { googleFunctions } from './functions.js';
import { googlePolicies, googleRoles } from './identities.js';
import { googleStores, storeTypes } from './stores.js';

/** Whether a type of the Google provider is read. */
export function isGoogle(type: string): boolean {
  return (
    isBindingType(type) ||
    storeTypes.has(type) ||
    Object.hasOwn(functionFields, type) ||
    type === 'google_service_account'
  );
}

/** The resources of the Google provider, in the words of policies. */
export function googleParts(mapping: Mapping): Parts {
  const bindings = bindingsOf(mapping);
  return {
    functions: googleFunctions(mapping),
    roles: googleRoles(mapping, bindings),
    resourcePolicies: googlePolicies(bindings),
    ...googleDoors(mapping, bindings),
    triggers: [],
    stores: googleStores(mapping, bindings),
    monitors: [],
  };
}
