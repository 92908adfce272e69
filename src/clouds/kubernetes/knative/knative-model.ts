import { environmentNamed, namesIn } from '../../../model/environment.js';
import type { FrameworkName, Model } from '../../../model/model.js';
import { emptyModel } from '../../plain/empty-model.js';
import { telemetryOf } from '../../plain/telemetry.js';
import { apiServices } from '../api-services.js';
import type { Cluster } from '../cluster.js';
import { roleSetting, rolesOf } from '../identity/service-accounts.js';
import { textsOf } from '../plain-texts.js';
import { openToSenders } from './event-senders.js';
import { holdersOf, triggersOf } from './eventing.js';
import { exposedBrokers } from './exposed-brokers.js';
import { endpointsOf } from './knative-endpoints.js';
import { entryPointsOf } from './knative-entry-points.js';
import { functionOf } from './knative-functions.js';
import { servingsOf } from './servings.js';
import { sinksOf } from './sinks.js';

/** What manifests declare of serverless workloads, in the words of policies. */
export function mapCluster(cluster: Cluster, framework: FrameworkName): Model {
  const servings = servingsOf(cluster);
  const roles = rolesOf(cluster, servings);
  const functions = servings.map((serving) => functionOf(serving, roleSetting(cluster, serving, roles), cluster));
  const triggers = triggersOf(cluster, servings);
  const own = entryPointsOf(cluster, servings);
  const events = exposedBrokers(cluster, triggers);
  const namespaces = servings.map(({ object }) => object.namespace ?? '');
  return {
    ...emptyModel(framework, cluster.paths[0] ?? cluster.folder),
    open: cluster.open,
    environment: environmentNamed([cluster.folder, ...namespaces].flatMap(namesIn)),
    functions,
    roles,
    apis: [...own.apis, ...events.apis],
    routes: [...own.routes, ...events.routes],
    maintenance: openToSenders(cluster),
    endpoints: endpointsOf(cluster, servings),
    forwardings: sinksOf(cluster),
    connections: apiServices(cluster),
    triggers,
    stores: holdersOf(cluster),
    texts: textsOf(cluster),
    monitors: telemetryOf(functions),
    unresolved: cluster.reading.unresolved,
  };
}
