import { emptyModel } from '../../clouds/plain/empty-model.js';
import { telemetryOf } from '../../clouds/plain/telemetry.js';
import { environmentNamed, namesIn } from '../../model/environment.js';
import type { FrameworkName, Model } from '../../model/model.js';
import type { Manifests } from '../files/kubernetes/manifests.js';
import { roleSetting, rolesOf } from './accounts.js';
import { holdersOf, triggersOf } from './eventing.js';
import { entryPointsOf } from './knative-entry-points.js';
import { textsOf } from './secrets.js';
import { functionOf, servingsOf } from './services.js';

/** What manifests declare of serverless workloads, in the words of policies. */
export function mapManifests(manifests: Manifests, framework: FrameworkName): Model {
  const servings = servingsOf(manifests);
  const roles = rolesOf(manifests, servings);
  const functions = servings.map((serving) => functionOf(serving, roleSetting(manifests, serving, roles), manifests));
  const namespaces = servings.map(({ object }) => object.namespace ?? '');
  return {
    ...emptyModel(framework, manifests.paths[0] ?? manifests.folder),
    open: manifests.open,
    environment: environmentNamed([manifests.folder, ...namespaces].flatMap(namesIn)),
    functions,
    roles,
    ...entryPointsOf(manifests, servings),
    triggers: triggersOf(manifests, servings),
    stores: holdersOf(manifests),
    texts: textsOf(manifests),
    monitors: telemetryOf(functions),
    unresolved: manifests.reading.unresolved,
  };
}
