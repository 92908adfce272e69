import type { Connection } from '../../model/connection.js';
import { invertedFlag } from '../values/codec.js';
import { settingOf } from '../values/section.js';
import type { Cluster } from './cluster.js';
import { isOfGroup, objectSection, resourceOf } from './objects.js';

/**
 * Services to which the API server hands requests on, with their callers' identity
 * (https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/api-service-v1/, read 2026-11-27).
 */
export function apiServices({ objects, reading }: Cluster): readonly Connection[] {
  return objects
    .filter((object) => object.kind === 'APIService' && isOfGroup(object, 'apiregistration.k8s.io'))
    .map((object) => ({
      ...resourceOf(object, `apiservice/${object.name}`),
      kind: 'connection',
      verified: settingOf(objectSection(object, reading), ['spec', 'insecureSkipTLSVerify'], invertedFlag),
    }));
}
