import type { Files } from '../../model/files.js';
import { folderOf } from '../../model/path.js';
import { textOf, type Value, valueAt } from '../../model/value.js';
import { readJson } from '../../notation/json/json.js';

/** A package of the repository that others of it import by its name. */
export interface OwnPackage {
  readonly name: string;
  readonly folder: string;
  /** Its file by what is imported of it: `.` or `./part`. */
  readonly entries: ReadonlyMap<string, string>;
}

/** Manifests of a repository that are read for their names, at most. */
const mostPackages = 60;

/** The packages of a repository that has workspaces; of any other none are read. */
export function packagesIn(files: Files): readonly OwnPackage[] {
  const list = files.list();
  const isShared = list.some((path) => /^(?:pnpm-workspace\.yaml|lerna\.json|nx\.json|rush\.json)$/.test(path));
  const root = list.includes('package.json') ? manifest(files, 'package.json') : undefined;
  if (!isShared && valueAt(root, 'workspaces') === undefined) return [];
  const others = list.filter((path) => /[^/]\/package\.json$/.test(path) && !path.includes('node_modules/'));
  return others.slice(0, mostPackages).flatMap((path) => packageOf(path, manifest(files, path)));
}

function manifest(files: Files, path: string): Value | undefined {
  const text = files.read(path);
  return text === undefined ? undefined : readJson({ path, text }).documents?.[0];
}

function packageOf(path: string, root: Value | undefined): readonly OwnPackage[] {
  const name = textOf(valueAt(root, 'name'));
  if (name === undefined) return [];
  const entries = new Map<string, string>();
  const main = textOf(valueAt(root, 'source')) ?? textOf(valueAt(root, 'module')) ?? textOf(valueAt(root, 'main'));
  if (main !== undefined) entries.set('.', main);
  const exported = valueAt(root, 'exports');
  const parts = exported?.kind === 'map' ? exported.entries : [];
  for (const { key, value } of parts) {
    const file = key.startsWith('.') ? firstText(value) : undefined;
    if (file !== undefined) entries.set(key, file);
  }
  const only = textOf(exported);
  if (only !== undefined) entries.set('.', only);
  return [{ name, folder: folderOf(path), entries }];
}

/** Of conditions the first that names a file. */
function firstText(value: Value, depth = 0): string | undefined {
  if (value.kind !== 'map' || depth > 4) return textOf(value);
  for (const { value: inner } of value.entries) {
    const found = firstText(inner, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
