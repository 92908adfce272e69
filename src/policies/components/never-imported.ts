import type { Component, ComponentSet } from '../../dependencies/component.js';
import type { ComponentProblem } from '../definition.js';
import { lockCommand, removeCommand } from './commands.js';
import { componentKey } from './comparison.js';
import { distributions } from './imports.js';
import { loadedBy, loadedByName } from './loaded-by-name.data.js';
import type { NamedInFolder } from './named.js';
import { runtimeModules, standardModules } from './python-modules.data.js';
import type { ShippingFunction } from './shipping.js';

type Standing = Omit<ComponentProblem, 'status'>;

/** Where more than these are never imported, and more than are, something else decides what is needed. */
const mostUnused = 3;

/** What a manifest declares for the functions of its folder and no file there names. */
export function neverImported(set: ComponentSet, own: readonly ShippingFunction[]): readonly Standing[] {
  const { ecosystem, complete } = set;
  if (!complete || (ecosystem !== 'npm' && ecosystem !== 'pypi')) return [];
  const named = own.map((fn) => fn.named);
  const [first] = own;
  if (first === undefined || !named.every((one) => one?.languages.has(ecosystem) === true)) return [];
  const all = named.filter((one) => one !== undefined);
  const shipped = set.components.filter((one) => one.relation === 'direct' && !one.dev && one.peer !== true);
  if (ecosystem === 'pypi' && !all.every((one) => isExplained(one, set.components))) return [];
  const used = shipped.filter((component) => all.some((one) => isNamed(component, ecosystem, one)));
  const unused = shipped.filter((component) => !used.includes(component) && isPlain(component, set, used));
  if (unused.length > Math.max(mostUnused, used.length)) return [];
  return unused.map((component) => problemOf(set, component, first));
}

function problemOf(set: ComponentSet, component: Component, { name }: ShippingFunction): Standing {
  const written = component.writtenName ?? component.name;
  const fix = removal(set, component);
  const command = removeCommand(set, component);
  return {
    about: { id: component.name },
    key: componentKey(set, component.name),
    at: component.at,
    confidence: 'medium',
    message: `${written} is a dependency of ${name}, whose code never imports it.`,
    ...(fix && { fix }),
    advice: `${command === undefined ? 'Remove it' : `Run \`${command}\``}, unless something loads it by its name.`,
  };
}

/** Only a lockfile tells whether another package needs it beside itself. */
function removal(set: ComponentSet, component: Component): ComponentProblem['fix'] {
  const { whole } = component;
  if (whole === undefined || set.needed === undefined) return undefined;
  const command = set.lockfile === undefined ? undefined : lockCommand(set, component);
  const note =
    command === undefined ? {} : { note: `After this edit run \`${command}\` so that the lockfile follows.` };
  return { class: 'exact', edits: [{ ...whole, text: '' }], ...note };
}

/** Tools, types, and what tools load: by whose they are, and by words of their names. */
const owners = /^@(?:types|babel|swc|rollup|vitejs|eslint|typescript-eslint|commitlint|semantic-release|storybook)\//;
const words = new Set(
  (
    'eslint prettier babel webpack rollup vite esbuild jest mocha chai sinon nyc serverless cdk gulp grunt stylelint ' +
    'postcss mypy pytest flake8 pylint black ruff isort coverage moto stubs types plugin preset loader polyfill cli ' +
    'tools adapter driver extension theme transport register'
  ).split(' '),
);

function isBeside(name: string): boolean {
  return owners.test(name) || name.split(/[/-]/).some((word) => words.has(word));
}

/** True for a package that comes to run by nothing but an import, as far as can be told. */
function isPlain({ name, origin, integrity = [] }: Component, set: ComponentSet, used: readonly Component[]): boolean {
  if (origin !== 'registry' || isBeside(name) || name === 'aws-sdk') return false;
  if (loadedByName[set.ecosystem === 'npm' ? 'npm' : 'pypi'].has(name)) return false;
  // A tool has written down what others need.
  if (set.kind === 'manifest' && integrity.length > 0) return false;
  if (set.needed?.includes(name) === true) return false;
  return !used.some((other) => loadedBy.get(other.name)?.has(name) === true || isFamily(name, other.name));
}

/** Parts, plugins and peers are called after what they belong to: `@nestjs/...`, `flask-...`, `...-express`. */
function isFamily(name: string, other: string): boolean {
  if (name.startsWith('@') && other.startsWith('@')) return scopeOf(name) === scopeOf(other);
  const words = wordsOf(name);
  return wordsOf(other).some((word) => words.includes(word));
}

function scopeOf(name: string): string {
  return name.slice(0, name.indexOf('/'));
}

/** Words that packages of different makers share. */
const usual = new Set(['js', 'node', 'python', 'py', 'api', 'client', 'sdk', 'lib', 'core', 'utils', 'http', 'json']);

function wordsOf(name: string): readonly string[] {
  return name.split(/[@/._-]{1,10}/).filter((word) => word !== '' && !usual.has(word));
}

function isNamed(component: Component, ecosystem: 'npm' | 'pypi', named: NamedInFolder): boolean {
  const names = [component.name, component.writtenName ?? component.name];
  if (names.some((name) => named.words.has(name) || named.words.has(name.replaceAll('-', '_')))) return true;
  return ecosystem === 'pypi' && [...named.modules].some((module) => isModuleOf(component, module));
}

/** True if every module that is imported is Python's, the platform's, the folder's own, or known to come from a declared package. */
function isExplained({ modules, own }: NamedInFolder, components: readonly Component[]): boolean {
  return [...modules].every((module) => {
    const top = module.split('.', 1)[0] ?? '';
    const isKnown = standardModules.has(top) || runtimeModules.has(top) || own.has(top);
    return isKnown || components.some((component) => isModuleOf(component, module));
  });
}

/** True if a module of Python is known to come from a package, by its name or by the list. */
function isModuleOf({ name }: Component, module: string): boolean {
  const written = module.toLowerCase().replace(/[._]{1,10}/g, '-');
  const top = module.split('.', 1)[0]?.toLowerCase() ?? '';
  if (distributions.get(top)?.split(' ').includes(name) === true) return true;
  const plain = name.replace(/^python-|-python$/, '');
  return [name, plain].some((one) => written === one || written.startsWith(`${one}-`));
}
