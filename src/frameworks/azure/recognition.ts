import { folderOf } from '../../model/path.js';
import { usualNames } from '../files/stack-names.js';
import type { FrameworkFiles } from '../framework.js';

/** Whether another file calls one is known once both were read. */
export const bicepFiles: FrameworkFiles = {
  name: 'bicep',
  hasUsualName: usualNames('bicep'),
  entryOf: (path) => (path.endsWith('.bicep') ? path : undefined),
  mayStart: () => true,
};

/** Templates name their schema; any JSON file may be one. */
export const armFiles: FrameworkFiles = {
  name: 'arm',
  hasUsualName: usualNames('json'),
  entryOf: (path) => (/\.json[c5]?$/.test(path) && !isParameterFile(path) ? path : undefined),
  mayStart: (entry, files) => namesSchema(files.read(entry) ?? ''),
};

/** The app's `host.json`; of a `function.json` the one beside its folder, whether it is there or not. */
export const azureFunctionsFiles: FrameworkFiles = {
  name: 'azure-functions',
  entryOf: (path) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (/^(?:host\.json|local\.settings\.json|\.funcignore)$/.test(name)) return hostIn(folderOf(path));
    return name === 'function.json' ? hostIn(folderOf(folderOf(path))) : undefined;
  },
  mayStart: () => true,
};

/** The `host.json` of a folder. */
export function hostIn(folder: string): string {
  return folder === '' ? 'host.json' : `${folder}/host.json`;
}

function isParameterFile(path: string): boolean {
  return (
    /\.param(?:eter)?s(?:[.-][\w.-]+)?\.json$/.test(path) ||
    /(^|\/)(?:package(?:-lock)?|tsconfig|host|function|local\.settings)\.json$/.test(path)
  );
}

const schema =
  /schema\.management\.azure\.com\/schemas\/[\w.-]+\/(?:\w*[dD]eploymentTemplate|deploymentTemplate)\.json/;

/** True if a text says, wherever it does, that it is an ARM template. */
export function namesSchema(text: string): boolean {
  return schema.test(text);
}
