import { posix } from 'node:path';
import { localPath } from '../../../model/local-path.js';
import type { Expression, Imported, Program, Scope } from './expression.js';
import { lookUp } from './scope.js';

/** The programs that are read together, by path. */
export type Programs = ReadonlyMap<string, Program>;

/** A name at the top of a file of these; `*` for the file itself. */
export interface Origin {
  readonly path: string;
  readonly name: string;
}

/** Files that pass names on in a row, at most. */
const longestWay = 6;
const mostStars = 20;

/** The files that a module of another file may be, nearest first. */
export function modulePaths(from: string, module: string, home: string): readonly string[] {
  return from.endsWith('.py') ? pythonPaths(from, module, home) : scriptPaths(from, module);
}

const extensions = ['', '.ts', '.mts', '.js', '.mjs', '/index.ts', '/index.js'];

function scriptPaths(from: string, module: string): readonly string[] {
  if (!module.startsWith('.')) return [];
  const found = localPath(folderOf(from), module);
  if (typeof found !== 'object') return [];
  const written = found.path.replace(/\.js$/, '');
  return [...new Set([written, found.path])].flatMap((path) => extensions.map((extension) => path + extension));
}

function pythonPaths(from: string, module: string, home: string): readonly string[] {
  const [, dots = '', name = ''] = /^(\.*)([\w.]*)$/.exec(module) ?? [];
  const inner = name.replaceAll('.', '/');
  const own = folderOf(from);
  const above = dots === '' ? [home, own] : [posix.join(own, ...Array(dots.length - 1).fill('..'))];
  const paths = above.map((folder) => posix.join(folder === '.' ? '' : folder, inner)).filter((path) => path !== '');
  return paths.flatMap((path) => [`${path}.py`, `${path}/__init__.py`]);
}

function folderOf(path: string): string {
  return path.includes('/') ? posix.dirname(path) : '';
}

/** Where a name comes from that stands for something of another file; undefined for what is the file's own or a package's. */
export function originOf(programs: Programs, home: string, expression: Expression): Origin | undefined {
  if (expression.kind === 'name') {
    const meaning = lookUp(expression.scope, expression.name);
    return meaning?.kind === 'imported' ? originOfImport(programs, home, meaning) : undefined;
  }
  if (expression.kind !== 'member' || expression.of.kind !== 'name') return undefined;
  const of = originOf(programs, home, expression.of);
  return of?.name === '*' ? followed(programs, home, { path: of.path, name: expression.name }) : undefined;
}

function originOfImport(programs: Programs, home: string, { module, name, at }: Imported): Origin | undefined {
  const fileOf = (written: string) => modulePaths(at.path, written, home).find((one) => programs.has(one));
  const inner = at.path.endsWith('.py') && name !== '*' ? fileOf(joined(module, name)) : undefined;
  if (inner !== undefined) return { path: inner, name: '*' };
  const path = fileOf(module);
  return path === undefined ? undefined : followed(programs, home, { path, name });
}

function joined(module: string, name: string): string {
  return module.endsWith('.') ? module + name : `${module}.${name}`;
}

/** The file that a name was made in, through those that pass it on. */
function followed(programs: Programs, home: string, origin: Origin): Origin {
  let waiting = [origin];
  for (let step = 0; step < longestWay && waiting.length > 0; step++) {
    const own = waiting.find(({ path, name }) => isMadeIn(programs.get(path), name));
    if (own !== undefined) return own;
    waiting = waiting.flatMap((one) => passedOn(programs, home, one)).slice(0, mostStars);
  }
  return origin;
}

function isMadeIn(program: Program | undefined, name: string): boolean {
  if (program === undefined || name === '*') return true;
  const value = program.scope.names.get(name);
  return value === undefined ? declaredIn(program).has(name) : value.kind !== 'imported';
}

const declared = new WeakMap<Program, ReadonlySet<string>>();

/** The functions and classes of a file. */
function declaredIn(program: Program): ReadonlySet<string> {
  const before = declared.get(program);
  if (before !== undefined) return before;
  const names = new Set([...program.units, ...program.classes].map(({ name }) => name));
  declared.set(program, names);
  return names;
}

function passedOn(programs: Programs, home: string, { path, name }: Origin): readonly Origin[] {
  const program = programs.get(path);
  const value = program?.scope.names.get(name);
  const imports = value?.kind === 'imported' ? [{ name, from: value }] : (program?.passed ?? []);
  return imports.flatMap((one) => {
    if (one.name !== name && one.name !== '*') return [];
    const target = modulePaths(path, one.from.module, home).find((each) => programs.has(each));
    return target === undefined ? [] : [{ path: target, name: one.name === '*' ? name : one.from.name }];
  });
}

/** Lets constants of one file mean in another what they are there. */
export function linkConstants(programs: Programs, home: string): void {
  const found: { scope: Scope; local: string; value: Expression }[] = [];
  for (const { scope } of programs.values()) {
    for (const [local, meaning] of scope.names) {
      const origin = meaning.kind === 'imported' ? originOfImport(programs, home, meaning) : undefined;
      if (origin === undefined) continue;
      const there = programs.get(origin.path);
      const value = there?.scope.names.get(origin.name);
      if (there === undefined || value === undefined || /^(?:imported|opaque)$/.test(value.kind)) continue;
      found.push({ scope, local, value: { kind: 'name', name: origin.name, scope: there.scope, at: meaning.at } });
    }
  }
  for (const { scope, local, value } of found) scope.names.set(local, value);
}
