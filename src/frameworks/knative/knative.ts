import { mapCluster } from '../../clouds/kubernetes/knative/knative-model.js';
import type { Files } from '../../model/files.js';
import { manifestEntry, readManifests } from '../files/kubernetes/manifests.js';
import type { Framework, ParsedStack } from '../framework.js';

const sign = /\b(?:serving|eventing|messaging|sources|flows)\.knative\.dev\//;

/** Knative Serving and Eventing. A stack is a folder of manifests. */
export const knative: Framework = { name: 'knative', entryOf: manifestEntry, parse: parseStack };

function parseStack(entry: string, files: Files): ParsedStack | undefined {
  const manifests = readManifests(entry, files, sign);
  if (manifests === undefined) return undefined;
  const model = mapCluster(manifests, 'knative');
  const { paths, notices } = manifests;
  return { model, files: paths, codeRoots: [], notices, suppressions: [] };
}
