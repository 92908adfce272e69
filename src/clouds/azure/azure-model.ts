import { environmentNamed, namesIn } from '../../model/environment.js';
import type { Model } from '../../model/model.js';
import { known } from '../../model/setting.js';
import { mapRoutes } from './apis/bound-routes.js';
import { mapApis } from './apis/function-app-apis.js';
import { servedApis, servedRoutes } from './apis/served-routes.js';
import type { Deployment } from './deployment.js';
import { mapEndpoints } from './endpoints/endpoints.js';
import { mapForwardings } from './endpoints/forwardings.js';
import { mapFunctions } from './functions/app-functions.js';
import { gatewayRoutes } from './gateways/gateway-routes.js';
import { gatewayApis } from './gateways/gateways.js';
import { mapFederations } from './identity/federations.js';
import { mapRoles } from './identity/identities.js';
import { type Mapping, mappingOf } from './mapping.js';
import { mapMaintenance } from './operations/maintenance.js';
import { mapAlarms, mapBudgets, mapLogGroups } from './operations/monitoring.js';
import { mapTexts } from './operations/secret-texts.js';
import { mapStores } from './stores/azure-stores.js';
import { boundTriggers } from './triggers/bound-triggers.js';
import { mapTriggers } from './triggers/event-subscriptions.js';

/** What a Bicep file or an ARM template declares, in the words of policies. */
export function mapDeployment(deployment: Deployment): Model {
  const mapping = mappingOf(deployment);
  return {
    framework: deployment.framework,
    path: deployment.path,
    environment: environmentNamed([...deployment.signs, ...namesIn(deployment.path)]),
    open: deployment.open,
    ...resourcesOf(mapping),
    urls: [],
    trails: [],
    workflows: [],
    parameters: deployment.parameters,
    unresolved: deployment.reading.unresolved,
    texts: mapTexts(mapping),
    shownSecrets: deployment.shownSecrets ?? [],
  };
}

type Resources = Omit<
  Model,
  | 'framework'
  | 'path'
  | 'environment'
  | 'open'
  | 'urls'
  | 'trails'
  | 'workflows'
  | 'parameters'
  | 'unresolved'
  | 'texts'
>;

/** The resources of a deployment in the words of policies. */
export function mapResources(deployment: Deployment): Resources {
  return resourcesOf(mappingOf(deployment));
}

function resourcesOf(mapping: Mapping): Resources {
  const functions = mapFunctions(mapping);
  return {
    functions,
    roles: mapRoles(mapping).map((role) => ({
      ...role,
      users: functions.filter((fn) => known(fn.role) === role.id).map(({ id }) => id),
    })),
    resourcePolicies: [],
    federations: mapFederations(mapping),
    endpoints: mapEndpoints(mapping),
    forwardings: mapForwardings(mapping),
    apis: [...mapApis(mapping), ...gatewayApis(mapping), ...servedApis(mapping)],
    routes: [...mapRoutes(mapping), ...gatewayRoutes(mapping), ...servedRoutes(mapping)],
    triggers: [...boundTriggers(mapping), ...mapTriggers(mapping)],
    stores: mapStores(mapping),
    logGroups: mapLogGroups(mapping),
    alarms: mapAlarms(mapping),
    monitors: [],
    maintenance: mapMaintenance(mapping),
    budgets: mapBudgets(mapping),
  };
}
