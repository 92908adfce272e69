import type { Notice } from '../../findings/notice.js';
import type { Files } from '../../model/files.js';
import { localPath } from '../../model/local-path.js';
import { folderOf } from '../../model/path.js';
import { textOf, type Value, valueAt } from '../../model/value.js';
import { readYaml } from '../../notation/yaml/yaml.js';

/** A project of the Azure Developer CLI: the Bicep file that it deploys, and the folders of its function apps. */
export interface AzdProject {
  /** Its `azure.yaml`. */
  readonly path: string;
  /** The Bicep file. */
  readonly entry: string;
  readonly services: readonly AzdService[];
}

export interface AzdService {
  readonly name: string;
  readonly folder: string;
}

/** The project whose `azure.yaml` stands nearest above a path. */
export function azdProject(path: string, files: Files): AzdProject | undefined {
  const found = nearestProject(path, files);
  return found === undefined ? undefined : projectIn(found, files);
}

function nearestProject(path: string, files: Files): string | undefined {
  const present = new Set(files.list().filter((one) => /(?:^|\/)azure\.ya?ml$/.test(one)));
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const found = ['azure.yaml', 'azure.yml'].map((name) => inFolder(folder, name)).find((one) => present.has(one));
    if (found !== undefined || folder === '') return found;
  }
}

/** The `azure.yaml` nearest above a path, if it cannot be read. */
export function unreadProject(path: string, files: Files): readonly Notice[] {
  const found = nearestProject(path, files);
  const text = found === undefined ? undefined : files.read(found);
  if (found === undefined || text === undefined) return [];
  const { documents, notices } = readYaml({ path: found, text });
  return documents === undefined ? notices : [];
}

function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

function projectIn(path: string, files: Files): AzdProject | undefined {
  const text = files.read(path);
  const root = text === undefined ? undefined : readYaml({ path, text }).documents?.[0];
  const provider = textOf(valueAt(root, 'infra', 'provider')) ?? 'bicep';
  const written = textOf(valueAt(root, 'infra', 'path')) ?? 'infra';
  const isMain = (textOf(valueAt(root, 'infra', 'module')) ?? 'main') === 'main';
  const entry = localPath(folderOf(path), `${written}/main.bicep`);
  // Under another name a deployment is not looked for when only code changes.
  if (provider !== 'bicep' || !isMain || typeof entry !== 'object') return undefined;
  return { path, entry: entry.path, services: servicesIn(root, folderOf(path)) };
}

/** Services that run as function apps. */
function servicesIn(root: Value | undefined, folder: string): readonly AzdService[] {
  const services = valueAt(root, 'services');
  if (services?.kind !== 'map') return [];
  return services.entries.flatMap(({ key: name, value }) => {
    const project = localPath(folder, textOf(valueAt(value, 'project')) ?? '.');
    const isFunction = textOf(valueAt(value, 'host')) === 'function';
    return isFunction && typeof project === 'object' ? [{ name, folder: project.path }] : [];
  });
}
