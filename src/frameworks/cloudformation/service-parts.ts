import type { Files } from '../../model/files.js';
import { folderOf } from '../../model/path.js';

const variable = /\$\{(?:self|opt|sls):[A-Za-z]/;
const configuration = /(?:^|\/)serverless\.(?:ya?ml|ts|js|json)$/;
const configurations = ['yml', 'yaml', 'ts', 'js', 'json'].map((ending) => `serverless.${ending}`);
const mostFolders = 20;
const longestPath = 300;

/**
 * The services of the Serverless Framework that a template may be a part of, with which it is judged: it has the framework's
 * variables and there is a service, or a service in a folder above includes it by its name.
 */
export function servicesWith(entry: string, text: string, files: Files): readonly string[] {
  const services = variable.test(text) ? files.list().filter((path) => configuration.test(path)) : [];
  if (services.length > 0) return services;
  const name = entry.slice(folderOf(entry).length).replace('/', '');
  const above = foldersAbove(entry).flatMap((folder) =>
    configurations.map((one) => (folder === '' ? one : `${folder}/${one}`)),
  );
  return above.filter((path) => {
    const service = files.read(path);
    return service?.includes('file(') === true && includesNamed(service, name);
  });
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
