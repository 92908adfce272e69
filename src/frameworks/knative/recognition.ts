import { manifestEntry, mayHoldManifests } from '../files/kubernetes/recognition.js';
import type { FrameworkFiles } from '../framework.js';

/** What shows that manifests are Knative's. */
export const knativeSign = /\b(?:serving|eventing|messaging|sources|flows|operator)\.knative\.dev\//;

/** Folders of manifests. */
export const knativeFiles: FrameworkFiles = {
  name: 'knative',
  entryOf: manifestEntry,
  mayStart: (entry, files) => mayHoldManifests(entry, files, knativeSign),
};

/** Projects of Knative Functions. */
export const knativeFunctionsFiles: FrameworkFiles = {
  name: 'knative-functions',
  entryOf: (path) => (/(^|\/)func\.ya?ml$/.test(path) ? path : undefined),
  mayStart: (entry, files) => files.read(entry) !== undefined,
};
