import type { Mapping, Parts } from '../cloud.js';
import { azureApis } from './apis.js';
import { appFields } from './app-fields.js';
import { azureFunctions } from './azurerm-functions.js';
import { boundType } from './bound-functions.js';
import { boundRoutes } from './bound-routes.js';
import { boundTriggers } from './bound-triggers.js';
import { planFields } from './bounds.js';
import { definitionType } from './custom-roles.js';
import { eventTriggers, subscriptionTypes } from './event-subscriptions.js';
import { frontTypes } from './fronts.js';
import { gatewayApis, gatewayRoutes, gatewayTypes } from './gateways.js';
import { azureRoles, identityTypes } from './identities.js';
import { azureAlarms, azureLogGroups, monitoringTypes } from './monitoring.js';
import { privateEndpointType } from './private-endpoints.js';
import { azureStores, storeTypes } from './stores.js';
import { accessPolicyType } from './vault-access.js';

const types: ReadonlySet<string> = new Set([
  ...Object.keys(appFields),
  ...Object.keys(planFields),
  ...storeTypes,
  ...identityTypes,
  ...monitoringTypes,
  ...subscriptionTypes,
  ...frontTypes,
  ...gatewayTypes,
  boundType,
  definitionType,
  privateEndpointType,
  accessPolicyType,
]);

/** Whether a type of the Azure provider is read. */
export function isAzure(type: string): boolean {
  return types.has(type);
}

/** The resources of the Azure provider, in the words of policies. */
export function azureParts(mapping: Mapping): Parts {
  return {
    functions: azureFunctions(mapping),
    roles: azureRoles(mapping),
    resourcePolicies: [],
    apis: [...azureApis(mapping), ...gatewayApis(mapping)],
    routes: [...boundRoutes(mapping), ...gatewayRoutes(mapping)],
    triggers: [...boundTriggers(mapping), ...eventTriggers(mapping)],
    stores: azureStores(mapping),
    logGroups: azureLogGroups(mapping),
    alarms: azureAlarms(mapping),
    monitors: [],
  };
}
