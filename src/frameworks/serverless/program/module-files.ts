import { localPath } from '../../../model/local-path.js';
import { folderOf } from '../../../model/path.js';
import { entryOf, itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import type { ReadText } from '../../../notation/source.js';
import type { Wanted } from './exported-values.js';

/** How modules of one service are found and read. */
export interface Modules {
  readonly entry: string;
  readonly exists: (path: string) => boolean;
  readonly read: (path: string) => ReadText | undefined;
}

const endings = ['', '.ts', '.js', '.mjs', '.cjs', '.json', '/index.ts', '/index.js'];
const configurations = ['tsconfig.paths.json', 'tsconfig.json', 'jsconfig.json'];

/** The value of a name that a program at `path` imports; undefined if its file is a package or not in the repository. */
export function importedValue(modules: Modules, path: string, { module, name, by }: Wanted): Value | undefined {
  const found = fileOf(modules, path, module);
  const [whole, named] = found === undefined ? [] : (modules.read(found)?.documents ?? []);
  if (name === 'default') return whole;
  if (by !== 'import') return name === '*' ? whole : entryOf(whole, name)?.value;
  return name === '*' ? (named ?? whole) : entryOf(named ?? whole, name)?.value;
}

function fileOf(modules: Modules, path: string, from: string): string | undefined {
  const isRelative = from.startsWith('./') || from.startsWith('../');
  const bases = isRelative ? [located(folderOf(path), from)] : aliased(modules, from);
  for (const base of bases) {
    const found = base === undefined ? undefined : endings.map((ending) => base + ending).find(modules.exists);
    if (found !== undefined) return found;
  }
  return undefined;
}

function located(folder: string, written: string): string | undefined {
  const found = localPath(folder, written);
  return typeof found === 'object' ? found.path : undefined;
}

/** Places that the compiler's `paths` and `baseUrl` give a name like `@functions/hello`. */
function aliased({ entry, exists, read }: Modules, from: string): readonly (string | undefined)[] {
  const folder = folderOf(entry);
  return configurations.flatMap((name) => {
    const path = located(folder, name);
    const [root] = (path !== undefined && exists(path) && read(path)?.documents) || [];
    const written = textOf(valueAt(root, 'compilerOptions', 'baseUrl'));
    const base = written ?? '.';
    const paths = valueAt(root, 'compilerOptions', 'paths');
    const entries = paths?.kind === 'map' ? paths.entries : [];
    const named = entries.flatMap(({ key, value }) => {
      const rest = restOf(key, from);
      if (rest === undefined) return [];
      return itemsOf(value).map((target) => located(folder, `${base}/${(textOf(target) ?? '').replace('*', rest)}`));
    });
    return written === undefined ? named : [...named, located(folder, `${base}/${from}`)];
  });
}

/** What the star of a pattern stands for. */
function restOf(pattern: string, from: string): string | undefined {
  if (!pattern.endsWith('*')) return pattern === from ? '' : undefined;
  const start = pattern.slice(0, -1);
  return from.startsWith(start) ? from.slice(start.length) : undefined;
}
