import type { Files } from '../../model/files.js';
import { built, inFolders, installed, tests } from '../../model/folders.js';
import { isWithin } from '../../model/path.js';
import { textOf, valueAt } from '../../model/value.js';
import { readJson } from '../../notation/json/json.js';

/** Where handlers are looked for. */
export interface Looking {
  readonly files: Files;
  readonly scripts: readonly string[];
}

const script = /\.(?:[cm]?[jt]sx?|py)$/;

/** True for a file that is read as code. */
export function isScript(path: string): boolean {
  return script.test(path);
}

const isAside = inFolders(installed, built, tests);
const endings = [
  '.ts',
  '.mts',
  '.cts',
  '.tsx',
  '.js',
  '.mjs',
  '.cjs',
  '.jsx',
  '.py',
  '/index.ts',
  '/index.js',
  '/__init__.py',
];
const plain = endings.filter((ending) => !ending.startsWith('/'));
/** Folders that compilers and bundlers write into; the sources stand beside them. */
const output = /(?:^|\/)(?:dist|build|lib|out|bundle|\.build|\.webpack|\.esbuild|_build|built|target)(?=\/|$)/;

/** The source of a module that the settings name, also where a build moves it. */
export function fileOf(module: string, root: string, scripts: readonly string[]): string | undefined {
  const known = new Set(scripts);
  const whole = root === '' ? module : `${root}/${module}`;
  const moved = [whole.replace(output, ''), whole.replace(output, '/src'), whole.replace(output, '/lib')].map((path) =>
    path.replace(/^\/+/, '').replaceAll('//', '/'),
  );
  const beside = root === '' ? [`src/${module}`] : [`${root}/src/${module}`];
  // Python names modules in packages with dots.
  const dotted = [whole, module].map((path) => path.replaceAll('.', '/'));
  for (const base of [whole, ...(output.test(whole) ? moved : []), ...beside, module, ...dotted])
    for (const ending of endings) if (known.has(base + ending)) return base + ending;
  return onlyNamed(module, root, scripts);
}

/** A module without its ending, as one of the files. */
export function sourceAt(base: string, scripts: readonly string[]): string | undefined {
  const known = new Set(scripts);
  return endings.map((ending) => base + ending).find((path) => known.has(path));
}

/** The only file below the root that has the module's name: bundlers put what they build into one place. */
function onlyNamed(module: string, root: string, scripts: readonly string[]): string | undefined {
  const name = module.slice(module.lastIndexOf('/') + 1);
  if (root === '' && name === 'index') return undefined;
  const ends = plain.map((ending) => `/${name}${ending}`);
  const hits = scripts.filter(
    (path) => isWithin(path, root) && !isAside(path) && ends.some((end) => `/${path}`.endsWith(end)),
  );
  return hits.length === 1 ? hits[0] : undefined;
}

/** The file that a platform starts where the settings name none. */
export function mainFile(root: string, scripts: readonly string[]): string | undefined {
  const names = ['index', 'src/index', 'function', 'handler', 'src/main', 'main', '__init__'];
  const known = new Set(scripts);
  const prefix = root === '' ? '' : `${root}/`;
  return names.flatMap((name) => plain.map((ending) => `${prefix}${name}${ending}`)).find((path) => known.has(path));
}

/** The file that `package.json` starts, also where it names what a compiler makes of it. */
export function mainOf(
  root: string,
  { files, scripts }: { readonly files: Files; readonly scripts: readonly string[] },
): string | undefined {
  const path = root === '' ? 'package.json' : `${root}/package.json`;
  const text = files.read(path);
  const main = text === undefined ? undefined : textOf(valueAt(readJson({ path, text }).documents?.[0], 'main'));
  if (main === undefined) return undefined;
  return fileOf(main.replace(/^\.?\/+/, '').replace(/\.[cm]?[jt]sx?$/, ''), root, scripts);
}
