import type { Files, Framework, ParsedStack } from '../framework.js';
import { manifestEntry, readManifests } from '../reading/kubernetes/manifests.js';
import { mapManifests } from './model.js';

const sign = /\b(?:serving|eventing|messaging|sources|flows)\.knative\.dev\//;

/** Knative Serving and Eventing. A stack is a folder of manifests. */
export const knative: Framework = { name: 'knative', entryOf: manifestEntry, parse: parseStack };

function parseStack(entry: string, files: Files): ParsedStack | undefined {
  const manifests = readManifests(entry, files, sign);
  if (manifests === undefined) return undefined;
  const model = mapManifests(manifests, 'knative');
  const { paths, notices } = manifests;
  return { model, files: paths, codeRoots: [], notices, suppressions: [] };
}
