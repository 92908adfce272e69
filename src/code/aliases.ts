import { posix } from 'node:path';
import type { Files } from '../model/files.js';
import { folderOf } from '../model/path.js';
import { itemsOf, textOf, valueAt } from '../model/value.js';
import { readJson } from '../notation/json/json.js';
import type { Alias } from './resolve.js';

/** Settings of TypeScript that are read, at most: those nearest to the root come first. */
const mostFiles = 20;

/** The beginnings of module names that `paths` and `baseUrl` of `tsconfig.json` files give a meaning. */
export function aliasesIn(files: Files): readonly Alias[] {
  const found = files
    .list()
    .filter((path) => /(?:^|\/)(?:ts|js)config(?:\.base)?\.json$/.test(path) && !path.includes('node_modules/'));
  return found.slice(0, mostFiles).flatMap((path) => aliasesOf(path, files.read(path)));
}

function aliasesOf(path: string, text: string | undefined): readonly Alias[] {
  if (text === undefined) return [];
  const options = valueAt(readJson({ path, text }).documents?.[0], 'compilerOptions');
  const folder = folderOf(path);
  const baseUrl = textOf(valueAt(options, 'baseUrl'));
  const base = posix.join(folder, baseUrl ?? '.');
  const paths = valueAt(options, 'paths');
  const named = paths?.kind === 'map' ? paths.entries : [];
  const own = named.map(
    ({ key, value }): Alias => ({
      folder,
      beginning: key.replace(/\*$/, ''),
      targets: itemsOf(value).flatMap((one) => aliasTarget(base, textOf(one))),
    }),
  );
  return baseUrl === undefined ? own : [...own, { folder, beginning: '', targets: aliasTarget(base, '') }];
}

/** A folder of the repository; nothing for what lies outside of it. */
function aliasTarget(base: string, written: string | undefined): readonly string[] {
  if (written === undefined) return [];
  const joined = posix.join(base, written.replace(/\*$/, '')).replace(/^\.\/?/, '');
  if (joined.startsWith('..')) return [];
  return [written === '' && joined !== '' ? `${joined}/` : joined];
}
