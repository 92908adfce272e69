import type { Deployment } from '../../frameworks/azure/deployment.js';
import { environmentNamed, namesIn } from '../../model/environment.js';
import type { Model } from '../../model/model.js';
import { known } from '../../model/setting.js';
import { mapApis } from './apis.js';
import { mapFunctions } from './azure-functions.js';
import { gatewayApis, gatewayRoutes } from './gateways.js';
import { mapRoles } from './identities.js';
import { mapRoutes } from './inline-functions.js';
import { mappingOf } from './mapping.js';
import { mapAlarms, mapLogGroups } from './monitoring.js';
import { servedApis, servedRoutes } from './served-routes.js';
import { mapStores } from './stores.js';
import { mapTriggers } from './subscriptions.js';
import { mapTexts } from './texts.js';

/** What a Bicep file or an ARM template declares, in the words of policies. */
export function mapDeployment(deployment: Deployment): Model {
  const mapping = mappingOf(deployment);
  const functions = mapFunctions(mapping);
  return {
    framework: deployment.framework,
    path: deployment.path,
    environment: environmentNamed([...deployment.signs, ...namesIn(deployment.path)]),
    open: deployment.open,
    functions,
    roles: mapRoles(mapping).map((role) => ({
      ...role,
      users: functions.filter((fn) => known(fn.role) === role.id).map(({ id }) => id),
    })),
    resourcePolicies: [],
    apis: [...mapApis(mapping), ...gatewayApis(mapping), ...servedApis(mapping)],
    routes: [...mapRoutes(mapping), ...gatewayRoutes(mapping), ...servedRoutes(mapping)],
    urls: [],
    triggers: mapTriggers(mapping),
    stores: mapStores(mapping),
    logGroups: mapLogGroups(mapping),
    alarms: mapAlarms(mapping),
    trails: [],
    workflows: [],
    parameters: deployment.parameters,
    monitors: [],
    unresolved: deployment.reading.unresolved,
    texts: mapTexts(mapping),
  };
}
