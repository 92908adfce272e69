import { containersOf, environmentIn, memoryOf } from '../../clouds/kubernetes/containers.js';
import { isOfGroup, type KubernetesObject, resourceOf } from '../../clouds/kubernetes/objects.js';
import { plainFunction } from '../../clouds/plain/function.js';
import { tracingBy } from '../../clouds/plain/telemetry.js';
import type { ServerlessFunction } from '../../model/function.js';
import { absent, unknown } from '../../model/setting.js';
import { valueAt } from '../../model/value.js';
import type { Manifests } from '../files/kubernetes/manifests.js';

/** Where what Cloud Run runs without an address says how its tasks run. */
const pods: ReadonlyMap<string, readonly string[]> = new Map([
  ['Job', ['spec', 'template', 'spec', 'template', 'spec']],
  ['WorkerPool', ['spec', 'template', 'spec']],
]);

/** Jobs and pools of workers, which nobody calls. */
export function jobsOf(manifests: Manifests): readonly ServerlessFunction[] {
  return manifests.objects.flatMap((object) => {
    const pod = isOfGroup(object, 'run.googleapis.com') ? pods.get(object.kind) : undefined;
    return pod === undefined ? [] : [functionOf(object, pod, manifests)];
  });
}

function functionOf(object: KubernetesObject, pod: readonly string[], { reading }: Manifests): ServerlessFunction {
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
