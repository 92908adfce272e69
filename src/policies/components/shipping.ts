import type { Component, ComponentSet } from '../../dependencies/component.js';
import type { Exposure } from '../../facts/exposure/kinds.js';
import { groupBy } from '../../model/grouping.js';
import { isWithin } from '../../model/path.js';
import type { NamedInFolder } from './named.js';

/** A function as components see it: what it is built from and who can start it. */
export interface ShippingFunction {
  readonly id: string;
  readonly name: string;
  /** The folder or file it is built from, relative to the repository. */
  readonly codeRoot: string | undefined;
  /** As the platform names it (`nodejs24.x`, `python3.14`); absent when it is not known. */
  readonly runtime?: string;
  readonly exposure: Exposure;
  /** Names of packages that its readable code imports; undefined when its code was not read. */
  readonly imports?: readonly string[];
  /** Its package holds what its code imports, and nothing else. */
  readonly bundled?: boolean;
  /** It is started from an image. */
  readonly image?: boolean;
  /** The file that declares it. */
  readonly declaredIn?: string;
  /** What every file in its folder names; undefined where one was not read, or chooses modules at run time. */
  readonly named?: NamedInFolder;
}

/** What decides who ships a manifest or lockfile. */
export type ShippedSet = Pick<ComponentSet, 'workspace' | 'nested'> & Partial<Pick<ComponentSet, 'ecosystem'>>;

/** The functions whose bundle holds the components of a manifest or lockfile: those built in its folder or below it. */
export function shippedBy(set: ShippedSet, functions: readonly ShippingFunction[]): readonly ShippingFunction[] {
  return functions.filter(
    ({ codeRoot, runtime = '' }) =>
      codeRoot !== undefined && isBuiltFrom(set, plainRoot(codeRoot)) && canRun(runtime, set.ecosystem),
  );
}

const byFolder = new WeakMap<readonly ShippingFunction[], ReadonlyMap<string, readonly ShippingFunction[]>>();

/** The functions whose package is this folder itself. */
export function packedFrom(folder: string, functions: readonly ShippingFunction[]): readonly ShippingFunction[] {
  const folders =
    byFolder.get(functions) ??
    groupBy(functions, ({ codeRoot }) => (codeRoot === undefined ? [] : [plainRoot(codeRoot)]));
  byFolder.set(functions, folders);
  return folders.get(folder) ?? [];
}

/** The ids of those functions. */
export function functionsShipping(set: ShippedSet, functions: readonly ShippingFunction[]): readonly string[] {
  return shippedBy(set, functions).map(({ id }) => id);
}

const languages: Readonly<Record<string, string>> = {
  nodejs: 'npm',
  python: 'pypi',
  java: 'maven',
  dotnet: 'nuget',
  ruby: 'rubygems',
  go: 'go',
  php: 'packagist',
};

/** A Python function does not ship a `package.json`. Runtimes that say nothing of the language ship anything. */
function canRun(runtime: string, ecosystem: string | undefined): boolean {
  const language = languages[/^[a-z]{1,20}/.exec(runtime)?.[0] ?? ''];
  const isPackaged = Object.values(languages).includes(ecosystem ?? '');
  return language === undefined || !isPackaged || language === ecosystem;
}

/** `src` of `./src/`; the whole repository is the empty path. */
export function plainRoot(path: string): string {
  const plain = path.replace(/^\.\//, '').replace(/\/+$/, '');
  return plain === '.' ? '' : plain;
}

/** A manifest nearer to the code decides for it. */
function isBuiltFrom({ workspace, nested }: Pick<ComponentSet, 'workspace' | 'nested'>, root: string): boolean {
  if (!isWithin(root, workspace)) return false;
  return !nested.some((folder) => isWithin(root, folder));
}

/** How the functions that ship a component use it, in words for the author. */
export function usageOf(component: Component, functions: readonly ShippingFunction[]): string {
  if (component.dev) return 'It is used at build and test time only.';
  if (functions.length === 0) return 'No function is known to ship it.';
  const names = [component.name, component.writtenName ?? component.name];
  const read = functions.filter(({ imports }) => imports !== undefined);
  const importing = read.filter(({ imports }) => names.some((name) => imports?.includes(name)));
  const bundled = functions.filter((fn) => !importing.includes(fn));
  const parts = [
    ...(importing.length > 0 ? [`imported by ${listed(importing)}`] : []),
    ...(bundled.length > 0
      ? [`in the bundle of ${listed(bundled)}${read.length > 0 ? ', not imported there' : ''}`]
      : []),
  ];
  const text = parts.join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

const mostNames = 5;

function listed(functions: readonly ShippingFunction[]): string {
  const names = functions.slice(0, mostNames).map(({ name }) => name);
  const more = functions.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}
