import { mapCluster } from '../../clouds/kubernetes/knative/knative-model.js';
import type { Files } from '../../model/files.js';
import { readManifests } from '../files/kubernetes/manifests.js';
import type { Answer, Framework } from '../framework.js';
import { knativeFiles, knativeSign } from './recognition.js';

/** Knative Serving and Eventing. A stack is a folder of manifests. */
export const knative: Framework = { ...knativeFiles, unreadAs: 'knative', parse: parseStack };

function parseStack(entry: string, files: Files): Answer {
  const manifests = readManifests(entry, files, knativeSign);
  if (manifests.kind !== 'manifests') return manifests;
  const model = mapCluster(manifests, 'knative');
  const { paths, notices } = manifests;
  return { kind: 'stack', model, files: paths, codeRoots: [], notices, suppressions: [] };
}
