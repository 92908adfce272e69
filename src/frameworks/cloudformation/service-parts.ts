import type { Files } from '../../model/files.js';
import { folderOf } from '../../model/path.js';

const variable = /\$\{(?:self|opt|sls):[A-Za-z]/;
const configuration = /(?:^|\/)serverless\.(?:ya?ml|ts|js|json)$/;
const configurations = ['yml', 'yaml', 'ts', 'js', 'json'].map((ending) => `serverless.${ending}`);
const mostFolders = 20;
const longestPath = 300;

/**
 * True if a template is a part of a service of the Serverless Framework, with which it is judged: it has the framework's
 * variables and there is a service, or a service in a folder above includes it by its name.
 */
export function isPartOfService(entry: string, text: string, files: Files): boolean {
  if (variable.test(text) && files.list().some((path) => configuration.test(path))) return true;
  const name = entry.slice(folderOf(entry).length).replace('/', '');
  return foldersAbove(entry).some((folder) =>
    configurations.some((configuration) => {
      const service = files.read(folder === '' ? configuration : `${folder}/${configuration}`);
      return service?.includes('file(') === true && includesNamed(service, name);
    }),
  );
}

function foldersAbove(entry: string): readonly string[] {
  const steps = folderOf(entry).split('/').filter(Boolean).slice(0, mostFolders);
  return [...steps.map((_, index) => steps.slice(0, index + 1).join('/')), ''];
}

/** `${file(resources/tables.yml)}`, whatever the path says. */
function includesNamed(service: string, name: string): boolean {
  for (let at = service.indexOf(name); at !== -1; at = service.indexOf(name, at + 1)) {
    const before = service.slice(Math.max(0, at - longestPath), at);
    const opening = before.lastIndexOf('file(');
    const folder = before.slice(opening + 5);
    if (opening !== -1 && !folder.includes(')') && (folder === '' || folder.endsWith('/'))) return true;
  }
  return false;
}
