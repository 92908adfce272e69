import { mapCluster } from '../../clouds/kubernetes/knative/knative-model.js';
import type { Files } from '../../model/files.js';
import { readManifests } from '../files/kubernetes/manifests.js';
import type { Framework, ParsedStack } from '../framework.js';
import { knativeFiles, knativeSign } from './recognition.js';

/** Knative Serving and Eventing. A stack is a folder of manifests. */
export const knative: Framework = { ...knativeFiles, parse: parseStack };

function parseStack(entry: string, files: Files): ParsedStack | undefined {
  const manifests = readManifests(entry, files, knativeSign);
  if (manifests === undefined) return undefined;
  const model = mapCluster(manifests, 'knative');
  const { paths, notices } = manifests;
  return { model, files: paths, codeRoots: [], notices, suppressions: [] };
}
