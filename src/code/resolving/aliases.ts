import { posix } from 'node:path';
import type { Files } from '../../model/files.js';
import { folderOf, isWithin } from '../../model/path.js';
import { itemsOf, textOf, type Value, valueAt } from '../../model/value.js';
import { readJson } from '../../notation/json/json.js';
import type { Alias } from './resolve.js';

/** Settings of TypeScript that are read, at most. */
const mostFiles = 20;
/** Settings that extend others, at most. */
const longest = 4;

/** The beginnings of module names that `paths` and `baseUrl` of `tsconfig.json` files give a meaning; those around `folder` first. */
export function aliasesIn(files: Files, folder: string): readonly Alias[] {
  const found = files
    .list()
    .filter((path) => /(?:^|\/)(?:ts|js)config(?:\.[\w-]{1,50})?\.json$/.test(path) && !path.includes('node_modules/'))
    .toSorted((left, right) => farness(left, folder) - farness(right, folder));
  return found.slice(0, mostFiles).flatMap((path) => aliasesOf(files, path, folderOf(path), longest));
}

/** Those around a stack decide before those inside of it, and these before all others; nearer to the root is earlier. */
function farness(path: string, folder: string): number {
  const own = folderOf(path);
  const depth = path.split('/').length;
  if (isWithin(folder, own)) return depth;
  return depth + (isWithin(own, folder) ? 1000 : 2000);
}

/** What one file of settings, and those that it extends, say for the files in a folder. */
function aliasesOf(files: Files, path: string, holdsFor: string, left: number): readonly Alias[] {
  const text = files.read(path);
  if (text === undefined || left === 0) return [];
  const root = readJson({ path, text }).documents?.[0];
  const own = ownAliases(path, valueAt(root, 'compilerOptions'), holdsFor);
  if (own.length > 0) return own;
  const extended = valueAt(root, 'extends');
  const others = textOf(extended) === undefined ? itemsOf(extended).map(textOf) : [textOf(extended)];
  return others.flatMap((written) => {
    const other = written === undefined ? undefined : beside(path, written);
    return other === undefined ? [] : aliasesOf(files, other, holdsFor, left - 1);
  });
}

/** A file of settings that another one extends, if it is of the repository. */
function beside(path: string, written: string): string | undefined {
  if (!/^\.{1,2}\//.test(written)) return undefined;
  const joined = posix.join(folderOf(path), written);
  if (joined.startsWith('..')) return undefined;
  return joined.endsWith('.json') ? joined : `${joined}.json`;
}

function ownAliases(path: string, options: Value | undefined, folder: string): readonly Alias[] {
  const baseUrl = textOf(valueAt(options, 'baseUrl'));
  const base = posix.join(folderOf(path), baseUrl ?? '.');
  const paths = valueAt(options, 'paths');
  const named = paths?.kind === 'map' ? paths.entries : [];
  const own = named.map(
    ({ key, value }): Alias => ({
      folder,
      beginning: key.replace(/\*$/, ''),
      isWhole: !key.endsWith('*'),
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
