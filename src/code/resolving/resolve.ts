import { built, inFolders, installed, tests } from '../../model/folders.js';
import { localPath } from '../../model/local-path.js';
import { folderOf } from '../../model/path.js';
import { libraryUse } from '../cloud/aws/modules.js';
import { fileOf } from '../handlers/files.js';
import type { OwnPackage } from './packages.js';

/** What is known of the files of a repository for finding modules. */
export interface ModuleTree {
  readonly list: readonly string[];
  /** What beginnings of module names stand for, as `tsconfig.json` says: `@app/` -> folders. */
  readonly aliases?: readonly Alias[];
  readonly packages?: readonly OwnPackage[];
}

export interface Alias {
  /** The files that it holds for stand in this folder. */
  readonly folder: string;
  readonly beginning: string;
  /** It stands for this name alone. */
  readonly isWhole?: boolean;
  readonly targets: readonly string[];
}

const endings = [
  '',
  '.ts',
  '.mts',
  '.cts',
  '.tsx',
  '.js',
  '.mjs',
  '.cjs',
  '.jsx',
  '/index.ts',
  '/index.tsx',
  '/index.js',
  '/index.mjs',
];

/** Finds the file of the repository that a module's name means in a file. Nothing outside of the repository is looked at. */
export function resolveIn({
  list,
  aliases = [],
  packages = [],
}: ModuleTree): (from: string, module: string) => string | undefined {
  const known = new Set(list);
  const found = new Map<string, string | undefined>();
  const find = (from: string, module: string) => {
    if (from.endsWith('.py')) return pythonFile(from, module, known) ?? pythonLayer(module, list);
    for (const base of basesOf(from, module, aliases)) {
      const path = endings.map((ending) => base + ending).find((one) => known.has(one) && /\.[cm]?[jt]sx?$/.test(one));
      if (path !== undefined) return path;
      // `./file.js` names what `file.ts` is compiled to.
      const source = /^(.*)\.([cm]?)jsx?$/.exec(base);
      const typed = source && [`${source[1]}.${source[2]}ts`, `${source[1]}.tsx`].find((one) => known.has(one));
      if (typed) return typed;
    }
    return packageFile(module, packages, list) ?? layered(module, list);
  };
  return (from, module) => {
    const key = `${folderOf(from)}\n${module}`;
    if (!found.has(key)) found.set(key, find(from, module));
    return found.get(key);
  };
}

/** The file of a module of Python: beside the file, in a folder above it, or in the sources or a layer of the repository. */
function pythonFile(from: string, module: string, known: ReadonlySet<string>): string | undefined {
  const [, dots = '', name = ''] = /^(\.*)(.*)$/.exec(module) ?? [];
  const path = name.replaceAll('.', '/');
  const folders = folderOf(from).split('/');
  const bases =
    dots === ''
      ? [...folders.map((_, index) => folders.slice(0, folders.length - index).join('/')), '', 'src']
      : [folders.slice(0, folders.length - dots.length + 1).join('/')];
  for (const base of bases) {
    const whole = [base, path].filter((part) => part !== '').join('/');
    const found = [`${whole}.py`, `${whole}/__init__.py`].find((one) => known.has(one));
    if (found !== undefined) return found;
  }
  return undefined;
}

function basesOf(from: string, module: string, aliases: readonly Alias[]): readonly string[] {
  if (/^\.{1,2}(?:\/|$)/.test(module)) {
    const base = localPath(folderOf(from), module);
    return typeof base === 'object' ? [base.path] : [];
  }
  return aliases.flatMap(({ folder, beginning, isWhole, targets }) =>
    (isWhole === true ? module === beginning : module.startsWith(beginning)) &&
    (folder === '' || from.startsWith(`${folder}/`))
      ? targets.map((target) => `${target}${module.slice(beginning.length)}`)
      : [],
  );
}

/** A package of the repository, or a part of one. */
function packageFile(module: string, packages: readonly OwnPackage[], list: readonly string[]): string | undefined {
  const own = packages.find(({ name }) => module === name || module.startsWith(`${name}/`));
  if (own === undefined) return undefined;
  const part = module.slice(own.name.length).replace(/^\//, '');
  const written = own.entries.get(part === '' ? '.' : `./${part}`) ?? (part === '' ? 'index' : part);
  const path = written.replace(/^\.?\/+/, '').replace(/\.[cm]?[jt]sx?$/, '');
  return fileOf(path, own.folder, list) ?? (part === '' ? fileOf('index', own.folder, list) : undefined);
}

const isAside = inFolders(installed, built, tests);

/** Layers are unpacked into `/opt`: the file of a layer of the repository, if only one has that name. */
function layered(module: string, list: readonly string[]): string | undefined {
  const [, inner] = /^\/opt\/(?:nodejs\/)?(.+)$/.exec(module) ?? [];
  if (inner === undefined) return undefined;
  const names = endings.map((ending) => `/${inner}${ending}`);
  return onlyOne(list.filter((path) => /\.[cm]?[jt]sx?$/.test(path) && names.some((name) => path.endsWith(name))));
}

const layerFolder = /(?:^|\/)(?:python|[\w.-]{0,60}layers?(?:\/[\w.-]{1,80})?)$/i;

/** The file of a layer of Python: its `python` folder is searched for modules, and so is a layer from which a build makes that. */
function pythonLayer(module: string, list: readonly string[]): string | undefined {
  if (module.startsWith('.') || libraryUse(module, 'python') !== 'unknown') return undefined;
  const path = module.replaceAll('.', '/');
  const names = [`/${path}.py`, `/${path}/__init__.py`];
  const isLayer = (file: string, name: string) =>
    `/${file}`.endsWith(name) && layerFolder.test(file.slice(0, Math.max(0, file.length - name.length)));
  return onlyOne(list.filter((file) => names.some((name) => isLayer(file, name))));
}

function onlyOne(paths: readonly string[]): string | undefined {
  const own = paths.filter((path) => !isAside(path));
  return own.length === 1 ? own[0] : undefined;
}
