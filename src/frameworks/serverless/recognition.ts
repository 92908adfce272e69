import { built, hosting, inFolders, installed, synthesised } from '../../model/folders.js';
import { usualNames } from '../files/stack-names.js';
import type { FrameworkFiles } from '../framework.js';

const configuration = /^serverless(?:[.-][\w-]{1,60}){0,3}\.(?:ya?ml|json|[cm]?[jt]s)$/;
const isElsewhere = inFolders(installed, synthesised, built, hosting);
const declaration = /\.d\.[cm]?ts$/;

/** Services have a usual name, and words in their text. */
export const serverlessFiles: FrameworkFiles = {
  name: 'serverless',
  entryOf: (path) => (canHoldService(path) ? path : undefined),
  hasUsualName: usualNames('ya?ml', 'json'),
  mayStart: (entry, files) => looksLikeService(files.read(entry) ?? ''),
};

/** True if a file with this path may hold a service. */
function canHoldService(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return configuration.test(name) && !declaration.test(name) && !isElsewhere(path);
}

/** A cheap look at the text: could it be a service? Everything else is not parsed. */
export function looksLikeService(text: string): boolean {
  return /\bservice\b/.test(text) && /\bprovider\b/.test(text);
}
