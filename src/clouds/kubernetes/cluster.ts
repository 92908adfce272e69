import type { Reading } from '../../notation/writer.js';
import type { KubernetesObject } from './objects.js';

/** What is deployed together to a cluster: the objects that the manifests of one folder declare. */
export interface Cluster {
  readonly folder: string;
  readonly objects: readonly KubernetesObject[];
  readonly reading: Reading;
  readonly paths: readonly string[];
  /** Objects may exist that could not be read. */
  readonly open: boolean;
}
