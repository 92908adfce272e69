import type { Stack } from '../facts/stack.js';
import type { Notice } from '../findings/notice.js';
import type { Files } from '../model/files.js';
import type { ServerlessFunction } from '../model/function.js';
import { aliasesIn } from './aliases.js';
import type { Handler } from './follow.js';
import type { ModuleForm } from './form.js';
import { handlersOf, scriptsIn } from './handlers.js';
import { lowered, type Memory } from './memory.js';
import { resolveIn } from './resolve.js';

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
  const resolve = resolveIn({ list: scripts, aliases: aliasesIn(files) });
  const known = new Map<string, Modules>();
  return stack.functions.slice(0, mostFunctions).flatMap((fn): readonly FunctionUnit[] => {
    const handlers = handlersOf(fn, stack, scripts);
    if (handlers.length === 0) return [];
    const key = handlers.map(({ path }) => path).join(' ');
    const modules = known.get(key) ?? modulesOf(memory, { handlers, files, resolve });
    known.set(key, modules);
    return [{ function: fn, handlers, resolve, ...modules }];
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
  readonly paths: readonly string[];
  readonly modules: ReadonlyMap<string, ModuleForm>;
  readonly notices: readonly Notice[];
}

/** The handlers' files and all that they import of the project. A file that is not at hand is asked for. */
function modulesOf(memory: Memory, { handlers, files, resolve }: UnitFiles): Modules {
  const modules = new Map<string, ModuleForm>();
  const notices: Notice[] = [];
  const paths = [...new Set(handlers.map(({ path }) => path))];
  for (let at = 0; at < paths.length && at < mostFiles; at += 1) {
    const path = paths[at] ?? '';
    const text = files.read(path);
    if (text === undefined) continue;
    const form = lowered(memory, path, text);
    if (!('body' in form)) {
      notices.push(form);
      continue;
    }
    modules.set(path, form);
    for (const module of form.modules) {
      const target = resolve(path, module);
      if (target !== undefined && !paths.includes(target)) paths.push(target);
    }
  }
  return { paths, modules, notices };
}
