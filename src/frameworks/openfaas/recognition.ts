import { manifestEntry, mayHoldManifests } from '../files/kubernetes/recognition.js';
import type { FrameworkFiles } from '../framework.js';

const extension = /\.ya?ml$/i;
const others = /(^|\/)(serverless[^/]*|docker-compose[^/]*|kustomization)\.ya?ml$|(^|\/)\.github\//i;

/** Stack files, and the values by which a chart installs OpenFaaS. */
export const openfaasFiles: FrameworkFiles = {
  name: 'openfaas',
  entryOf: (path) => (extension.test(path) && !others.test(path) ? path : undefined),
  mayStart: (entry, files) => {
    const text = files.read(entry) ?? '';
    return looksLikeStackFile(text) || looksLikeValues(entry, text);
  },
};

/** What shows that manifests are of OpenFaaS. */
export const objectSign = /\bopenfaas\.com\/v1|\bopenfaas\/gateway:/;

/** Folders of manifests. */
export const openfaasObjectsFiles: FrameworkFiles = {
  name: 'openfaas-objects',
  entryOf: manifestEntry,
  mayStart: (entry, files) => mayHoldManifests(entry, files, objectSign),
};

const hasFunctions = /(?:^|[{,]\s{0,200})["']?functions["']?\s{0,9}:/m;
const namesProvider = /\bname["']?\s{0,9}:\s{0,9}["']?(?:openfaas|faas)\b/;

/** A cheap look at the text: could it be a stack file? */
export function looksLikeStackFile(text: string): boolean {
  return hasFunctions.test(text) && namesProvider.test(text);
}

/** A cheap look: could these be the values of OpenFaaS's chart? */
export function looksLikeValues(path: string, text: string): boolean {
  return /(^|\/)[^/]*values[^/]*\.ya?ml$/i.test(path) && text.includes('basic_auth');
}
