import type { Api } from '../../../model/api.js';
import { type Codec, mapped, text } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';
import { firstSaid } from '../../values/writes.js';
import type { Cluster } from '../cluster.js';
import { type KubernetesObject, objectSection } from '../objects.js';

/** The label that keeps a service within its cluster, and its word for that. */
export const visibilityLabel = 'networking.knative.dev/visibility';
export const clusterLocal = 'cluster-local';

const formerLabel = 'serving.knative.dev/visibility';

const reach: Codec<'public' | 'private'> = mapped(
  text,
  (written) => (written === clusterLocal ? 'private' : 'public'),
  (word) => (word === 'private' ? clusterLocal : undefined),
);

/** Everybody who reaches the cluster's gateway, or only what runs in the cluster. */
export function visibilityOf(object: KubernetesObject, { reading }: Cluster): Api['visibility'] {
  const section = objectSection(object, reading);
  return firstSaid(
    settingOf(section, ['metadata', 'labels', visibilityLabel], reach),
    settingOf(section, ['metadata', 'labels', formerLabel], reach),
  );
}
