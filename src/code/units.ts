import type { Stack } from '../facts/stack.js';
import type { Notice } from '../findings/notice.js';
import type { Files } from '../model/files.js';
import type { ServerlessFunction } from '../model/function.js';
import { folderOf } from '../model/path.js';
import type { Source } from '../notation/source.js';
import type { ModuleForm } from './form.js';
import type { Handler } from './handler.js';
import { handlersOf, scriptsIn } from './handlers/handlers.js';
import { inlineSource } from './handlers/inline.js';
import { loweredAll, type Memory } from './memory.js';
import { aliasesIn } from './resolving/aliases.js';
import { packagesIn } from './resolving/packages.js';
import { resolveIn } from './resolving/resolve.js';

/** Files of one unit, at most: what is beyond is taken for a library. */
export const mostFiles = 200;
/** Functions of one stack that are looked at, at most. */
const mostFunctions = 120;

/** The code of one function: its handlers, and the files that they are made of. */
export interface FunctionUnit extends Modules {
  readonly function: ServerlessFunction;
  readonly handlers: readonly Handler[];
  readonly resolve: UnitFiles['resolve'];
}

/** The functions of a stack with the files that they are made of. */
export function unitsOf(memory: Memory, stack: Stack, files: Files): readonly FunctionUnit[] {
  const scripts = scriptsIn(files.list());
  const resolve = resolveIn({
    list: scripts,
    aliases: aliasesIn(files, folderOf(stack.path)),
    packages: packagesIn(files),
  });
  const known = new Map<string, Modules>();
  return stack.functions.slice(0, mostFunctions).flatMap((fn): readonly FunctionUnit[] => {
    const handlers = handlersOf(fn, stack, { files, scripts });
    if (handlers.length === 0) return [];
    const key = handlers.map(({ path }) => path).join(' ');
    const modules = known.get(key) ?? modulesOf(memory, { handlers, files, resolve });
    known.set(key, modules);
    return [{ function: fn, handlers, resolve, ...modules }];
  });
}

/** The code of functions that is judged with stacks of its own: it is only asked what it needs. */
export function unitsBeside(memory: Memory, stack: Stack, files: Files): readonly FunctionUnit[] {
  const beside = stack.functions.filter(({ startsIn }) => startsIn !== undefined);
  if (beside.length === 0) return [];
  const resolve = resolveIn({ list: scriptsIn(files.list()) });
  return beside.slice(0, mostFunctions).map((fn) => {
    const handlers = (fn.startsIn?.files ?? []).map((path): Handler => {
      return { path, exported: undefined, calls: 'message', answers: false };
    });
    return { function: fn, handlers, resolve, ...modulesOf(memory, { handlers, files, resolve }) };
  });
}

/** Each handler once, as the first function's that has it. */
export function onceEach(units: readonly FunctionUnit[]): readonly FunctionUnit[] {
  const seen = new Set<string>();
  return units.flatMap((unit) => {
    const handlers = unit.handlers.filter(({ path, exported }) => {
      const key = `${path} ${exported ?? ''}`;
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    });
    return handlers.length === 0 ? [] : [{ ...unit, handlers }];
  });
}

interface UnitFiles {
  readonly handlers: readonly Handler[];
  readonly files: Files;
  readonly resolve: (from: string, module: string) => string | undefined;
}

interface Modules {
  /** Names of the modules: paths, and what stands for code in templates. */
  readonly names: readonly string[];
  /** The files that they stand in. */
  readonly paths: readonly string[];
  readonly modules: ReadonlyMap<string, ModuleForm>;
  readonly texts: readonly string[];
  readonly notices: readonly Notice[];
}

/** The handlers' files and all that they import of the project. A file that is not at hand is asked for. */
function modulesOf(memory: Memory, { handlers, files, resolve }: UnitFiles): Modules {
  const modules = new Map<string, ModuleForm>();
  const notices: Notice[] = [];
  const names = new Set(handlers.map(({ path }) => path));
  const sources = new Map<string, Source>();
  // Files that are named by those before are read together.
  for (let next = [...names]; next.length > 0; ) {
    const found = next.flatMap((name) => {
      const source = sourceOf(files, name, handlers);
      return source === undefined ? [] : [{ name, source }];
    });
    for (const { name, source } of found) sources.set(name, source);
    const before = names.size;
    for (const { name, form } of loweredAll(memory, found)) {
      if (!('body' in form)) {
        notices.push(form);
        continue;
      }
      modules.set(name, form);
      if (form.notice) notices.push(form.notice);
      for (const target of form.modules.flatMap((module) => resolve(name, module) ?? [])) names.add(target);
    }
    next = [...names].slice(before, mostFiles);
  }
  const all = [...names];
  const paths = [...new Set(all.map((name) => sources.get(name)?.path ?? name))];
  return { names: all, paths, modules, notices, texts: all.map((name) => sources.get(name)?.text ?? '') };
}

function sourceOf(files: Files, name: string, handlers: readonly Handler[]): Source | undefined {
  const inline = handlers.find(({ path }) => path === name)?.inline;
  if (inline !== undefined) return inlineSource(files, inline);
  const text = files.read(name);
  return text === undefined ? undefined : { path: name, text };
}
