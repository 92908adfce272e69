import { folderOf } from '../../model/path.js';
import { manifestEntry, mayHoldManifests } from '../files/kubernetes/recognition.js';
import type { FrameworkFiles } from '../framework.js';
import { canHoldDocument } from '../openapi/recognition.js';

/** What shows that manifests are Google's. */
export const serviceSign =
  /\b(?:run\.googleapis\.com|cloud\.googleapis\.com|cnrm\.cloud\.google\.com)\/|serviceAccountName:.{1,200}\.gserviceaccount\.com/;

/** Folders of manifests. */
export const servicesFiles: FrameworkFiles = {
  name: 'google-services',
  entryOf: manifestEntry,
  mayStart: (entry, files) => mayHoldManifests(entry, files, serviceSign),
};

/** OpenAPI documents with Google's extensions. */
export const gatewayFiles: FrameworkFiles = {
  name: 'google-gateway',
  entryOf: (path) => (canHoldDocument(path) ? path : undefined),
  mayStart: (entry, files) => files.read(entry)?.includes('x-google-') === true,
};

/** Files of variables stand in the folder of the functions, which usually stands beside `firebase.json`. */
export const firebaseFiles: FrameworkFiles = {
  name: 'firebase',
  entryOf: (path) => {
    if (/(^|\/)firebase\.json$/.test(path)) return path;
    if (!/\/\.(?:env(?:\.[\w-]+)?|runtimeconfig\.json)$/.test(path)) return undefined;
    const folder = folderOf(folderOf(path));
    return folder === '' ? 'firebase.json' : `${folder}/firebase.json`;
  },
  mayStart: (entry, files) => files.read(entry) !== undefined,
};

const deploying = /(^|\/)cloudbuild[^/]*\.(?:ya?ml|json)$|(^|\/)\.github\/workflows\/[^/]+\.ya?ml$|\.(?:sh|bash)$/i;
const deployCommand = /\bgcloud\b|google-github-actions\/deploy-cloud(?:run|-functions)@/;

/** Builds, workflows and scripts that run Google's command line. */
export const buildFiles: FrameworkFiles = {
  name: 'google-build',
  entryOf: (path) => (deploying.test(path) ? path : undefined),
  mayStart: (entry, files) => deployCommand.test(files.read(entry) ?? ''),
};
