import type { Mapping, Parts } from '../cloud.js';
import { alertType, googleAlarms } from './alarms.js';
import { bindingsOf, isBindingType } from './bindings.js';
import { accessControlTypes } from './bucket-openings.js';
import { customRolesOf, customRoleTypes } from './custom-roles.js';
import { datasetBindings, datasetTypes } from './dataset-access.js';
import { frontTypes } from './fronts.js';
import { functionFields } from './function-fields.js';
import { googleEntryPoints } from './google-entry-points.js';
import { googleFunctions } from './google-functions.js';
import { googleRoles } from './identities.js';
import { googleLogGroups, loggingTypes } from './logging.js';
import { notificationType } from './onward.js';
import { relayTypes } from './relays.js';
import { googlePolicies } from './resource-policies.js';
import { googleStores, storeTypes } from './stores.js';
import { googleTriggers } from './triggers.js';

const types: ReadonlySet<string> = new Set([
  ...storeTypes,
  ...relayTypes,
  ...loggingTypes,
  ...frontTypes,
  ...accessControlTypes,
  ...datasetTypes,
  ...customRoleTypes,
  ...Object.keys(functionFields),
  'google_service_account',
  notificationType,
  alertType,
]);

/** Whether a type of the Google provider is read. */
export function isGoogle(type: string): boolean {
  return isBindingType(type) || types.has(type);
}

/** The resources of the Google provider, in the words of policies. */
export function googleParts(mapping: Mapping): Parts {
  const bindings = bindingsOf(mapping);
  const entryPoints = googleEntryPoints(mapping, bindings);
  // Those of the first generation have an address only if requests start them.
  const first = mapping.resources.ofType('google_cloudfunctions_function').map(({ instance }) => instance.id);
  const routed = new Set([...entryPoints.routes.map((route) => route.function), ...first]);
  return {
    functions: googleFunctions(mapping, bindings),
    roles: googleRoles(mapping, bindings, customRolesOf(mapping)),
    resourcePolicies: googlePolicies(mapping, [...bindings, ...datasetBindings(mapping)], routed),
    ...entryPoints,
    triggers: googleTriggers(mapping),
    stores: googleStores(mapping, bindings),
    logGroups: googleLogGroups(mapping),
    alarms: googleAlarms(mapping),
    monitors: [],
  };
}
