import type { Files } from '../../../model/files.js';
import { hosting, inFolders, installed } from '../../../model/folders.js';
import { folderOf } from '../../../model/path.js';
import { filesDirectlyIn, hasFile } from '../folder-files.js';

const isElsewhere = inFolders(installed, hosting, ['third_party']);
const fileNames = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** The stack of manifests to which a file belongs: those of its folder, as a pattern that people write. */
export function manifestEntry(path: string): string | undefined {
  if (!(isYaml(path) || isKustomization(path)) || isElsewhere(path)) return undefined;
  return entryOfFolder(folderOf(path));
}

/** The entry of the manifests of a folder. */
export function entryOfFolder(folder: string): string {
  return folder === '' ? '*.yaml' : `${folder}/*.yaml`;
}

/** The folder of an entry. */
export function manifestFolder(entry: string): string {
  return entry === '*.yaml' ? '' : entry.slice(0, -'/*.yaml'.length);
}

/** True if a path is one of a manifest rather than of a kustomization. */
export function isManifest(path: string): boolean {
  return isYaml(path) && !isKustomization(path);
}

export function isYaml(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}

export function isKustomization(path: string): boolean {
  return fileNames.some((name) => path.endsWith(name) && (path === name || path.at(-name.length - 1) === '/'));
}

/** The path of a folder's kustomization, if there is one. */
export function kustomizationPath(folder: string, files: Files): string | undefined {
  const paths = fileNames.map((name) => (folder === '' ? name : `${folder}/${name}`));
  return paths.find((candidate) => hasFile(files.list(), candidate));
}

/** A cheap look at a folder's manifests: one shows a sign of what is looked for, or a kustomization may name one that does. */
export function mayHoldManifests(entry: string, files: Files, sign: RegExp): boolean {
  const folder = manifestFolder(entry);
  if (kustomizationPath(folder, files) !== undefined) return true;
  const shown = filesDirectlyIn(files.list(), folder)
    .filter(isManifest)
    .map((path) => sign.test(files.read(path) ?? ''));
  return shown.includes(true);
}
