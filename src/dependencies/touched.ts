import type { Files } from '../model/files.js';
import { groupBy } from '../model/grouping.js';
import { folderOf, isWithin } from '../model/path.js';
import { isPackageEcosystem } from './advisories/ecosystems.js';
import { formatsOf } from './component-set.js';
import { fileName } from './format.js';
import { deployedBy, isKustomization } from './formats/kustomization.js';
import { sourceFormats } from './formats/sources.js';

/** Files that say how others are read: their folder and what is below it has to be judged again. */
const settings = new Map([
  ['.npmrc', /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|package\.json)$/],
  ['.yarnrc.yml', /(?:^|\/)yarn\.lock$/],
  ['bunfig.toml', /(?:^|\/)bun\.lock$/],
  ['uv.toml', /(?:^|\/)uv\.lock$/],
  ['.yarnrc', /(?:^|\/)yarn\.lock$/],
  ['pnpm-workspace.yaml', /(?:^|\/)(?:package\.json|pnpm-lock\.yaml)$/],
  ['gradle.properties', /\.gradle(?:\.kts)?$/],
  ['pom.xml', /(?:^|\/)pom\.xml$/],
  ['.terraform.lock.hcl', /\.tf$/],
  ['sonar-project.properties', /^\.github\/workflows\//],
]);

/** True of files that only say how manifests and lockfiles are read. */
export function isSetting(path: string): boolean {
  return settings.has(fileName(path));
}

/**
 * The manifests and lockfiles that a change of these paths touches: those that changed, the lockfile that decides for a changed
 * manifest, and those that read a changed setting, parent or included file. Ask at the base and at the head.
 */
export function touchedManifests(changed: readonly string[], files: Files): readonly string[] {
  const all = files.list();
  const present = new Set(all);
  const touched = new Set<string>();
  const readersOf = readersAmong(all, files);
  for (const path of changed) {
    if (present.has(path) && formatsOf(path).length > 0) touched.add(path);
    const lock = lockfileFor(path, present);
    if (lock !== undefined) touched.add(lock);
    for (const reader of readersOf(path)) touched.add(reader);
  }
  return [...touched].sort();
}

/** Where more of them change at once, nobody reads what each says to an analyser. */
const mostSources = 300;

/** The source files of functions that a change touches, by the folders that those are built from. */
export function touchedSources(
  changed: readonly string[],
  codeRoots: readonly string[],
  files: Files,
): readonly string[] {
  const roots = [...new Set(codeRoots.map((root) => root.replace(/^\.(?:\/|$)|\/+$/g, '')))];
  const present = new Set(files.list());
  const isRead = (path: string) =>
    present.has(path) && formatsOf(path).length === 0 && sourceFormats.some((format) => format.matches(path));
  const found = changed.filter((path) => isRead(path) && roots.some((root) => isWithin(path, root)));
  return found.length > mostSources ? [] : found;
}

function lockfileFor(path: string, present: ReadonlySet<string>): string | undefined {
  const names = formatsOf(path).flatMap((format) => format.lockfiles ?? []);
  if (names.length === 0) return undefined;
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const found = names.map((name) => (folder === '' ? name : `${folder}/${name}`)).find((at) => present.has(at));
    if (found !== undefined || folder === '') return found;
  }
}

/** Tells who reads a changed file. The manifests of a tree are looked for once, and only when somebody asks. */
function readersAmong(all: readonly string[], files: Files): (path: string) => readonly string[] {
  let found: readonly string[] | undefined;
  let lists: ReadonlyMap<string, readonly string[]> | undefined;
  const manifests = () => {
    found ??= all.filter((one) => formatsOf(one).length > 0);
    return found;
  };
  return (path) => {
    const folder = folderOf(path);
    const below = folder === '' ? '' : `${folder}/`;
    const readers = settings.get(fileName(path));
    if (readers !== undefined) return manifests().filter((one) => one.startsWith(below) && readers.test(one));
    if (isKustomization(path)) return deployedBy(path, files);
    if (!path.endsWith('.txt') || formatsOf(path).length > 0) return [];
    lists ??= groupBy(
      manifests().filter((one) => one.endsWith('.txt')),
      (path) => [folderOf(path)],
    );
    return lists.get(folder) ?? [];
  };
}

/** The manifests and lockfiles that decide what is bundled from these folders or files: those of the nearest folder that has any. */
export function manifestsFor(codeRoots: readonly string[], files: Files): readonly string[] {
  const manifests = files
    .list()
    .filter((path) => formatsOf(path).some(({ ecosystem }) => isPackageEcosystem(ecosystem)));
  const byFolder = groupBy(manifests, (path) => [folderOf(path)]);
  return [...new Set(codeRoots.flatMap((root) => nearestIn(byFolder, root.replace(/^\.(?:\/|$)|\/+$/g, ''))))].sort();
}

function nearestIn(byFolder: ReadonlyMap<string, readonly string[]>, root: string): readonly string[] {
  for (let folder = root; ; folder = folderOf(folder)) {
    const found = byFolder.get(folder);
    if (found !== undefined || folder === '') return found ?? [];
  }
}
