import type { ServerlessFunction } from '../../../model/function.js';
import { absent, unknown } from '../../../model/setting.js';
import { valueAt } from '../../../model/value.js';
import { plainFunction } from '../../plain/function.js';
import { tracingBy } from '../../plain/telemetry.js';
import type { Cluster } from '../cluster.js';
import { containersOf, environmentIn, memoryOf } from '../containers.js';
import { isOfGroup, type KubernetesObject, resourceOf } from '../objects.js';

/** Where what Cloud Run runs without an address says how its tasks run. */
const pods: ReadonlyMap<string, readonly string[]> = new Map([
  ['Job', ['spec', 'template', 'spec', 'template', 'spec']],
  ['WorkerPool', ['spec', 'template', 'spec']],
]);

/** Jobs and pools of workers, which nobody calls. */
export function jobsOf(cluster: Cluster): readonly ServerlessFunction[] {
  return cluster.objects.flatMap((object) => {
    const pod = isOfGroup(object, 'run.googleapis.com') ? pods.get(object.kind) : undefined;
    return pod === undefined ? [] : [functionOf(object, pod, cluster)];
  });
}

function functionOf(object: KubernetesObject, pod: readonly string[], { reading }: Cluster): ServerlessFunction {
  const { at } = object;
  const containers = containersOf(object, ...pod, 'containers');
  const account = valueAt(object.root, ...pod, 'serviceAccountName');
  const variables = environmentIn(containers, reading);
  return plainFunction({
    ...resourceOf(object, `${object.kind.toLowerCase()}/${object.name}`),
    provider: 'google',
    packaging: 'image',
    role: account === undefined ? absent(at) : unknown(account.at, 'rights are bound elsewhere'),
    ...variables,
    memory: memoryOf(object, containers, reading),
    tracing: tracingBy(variables.environment, at),
  });
}
