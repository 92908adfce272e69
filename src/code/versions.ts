import type { Files } from '../model/files.js';
import { folderOf } from '../model/path.js';
import { textOf, valueAt } from '../model/value.js';
import { readJson } from '../notation/json/json.js';
import type { Flow } from './flow/machine.js';

/** Calls that do harm in versions before one, by the symbol's module: github.com/nodeca/js-yaml, CHANGELOG of 4.0.0. 2026-11-27. */
const mendedIn: ReadonlyMap<string, number> = new Map([['js-yaml', 4]]);

/** True if the version that the manifest asks for does not do what a flow needs, or is not known. */
export function isMended({ symbol = '', detail }: Flow, path: string, files: Files): boolean {
  const module = symbol.slice(0, Math.max(0, symbol.lastIndexOf('.')));
  const major = mendedIn.get(module);
  return major !== undefined && detail === '' && (majorOf(module, path, files) ?? major) >= major;
}

/** The major version of a dependency that the nearest manifest above a file asks for. */
function majorOf(module: string, path: string, files: Files): number | undefined {
  const list = new Set(files.list());
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const manifest = folder === '' ? 'package.json' : `${folder}/package.json`;
    const text = list.has(manifest) ? files.read(manifest) : undefined;
    const root = text === undefined ? undefined : readJson({ path: manifest, text }).documents?.[0];
    const asked = textOf(valueAt(root, 'dependencies', module));
    const [, major] = /^[\^~=v\s]{0,4}(\d{1,4})\b/.exec(asked ?? '') ?? [];
    if (major !== undefined) return Number(major);
    if (folder === '') return undefined;
  }
}
