import type { Stack } from '../facts/stack.js';
import { within } from '../findings/allowance.js';
import type { Notice } from '../findings/notice.js';
import { preparePython } from '../languages/python/parse.js';
import type { Files } from '../model/files.js';
import type { ServerlessFunction } from '../model/function.js';
import type { Source } from '../notation/source.js';
import { aliasesIn } from './aliases.js';
import { type Followed, follow, type Handler } from './follow.js';
import type { ModuleForm } from './form.js';
import { handlersOf, scriptsIn } from './handlers.js';
import { lowerScript } from './javascript/module.js';
import { lowerPython } from './python/module.js';
import { resolveIn } from './resolve.js';
import type { FunctionCode, StackCode } from './stack-code.js';
import { toldFlow } from './telling.js';

export { preparePython };

/** Reads the handlers of stacks. What it has read of a text it remembers, so that both sides of a change share it. */
export interface CodeReader {
  /** The code of the functions of which one of these files is a part; all, if none are given. */
  readonly read: (stack: Stack, files: Files, changed?: ReadonlySet<string>) => StackCode;
  /** Asks for the files of all functions of a stack, without looking into what they do. */
  readonly reach: (stack: Stack, files: Files) => void;
}

/** Files of one unit, at most: what is beyond is taken for a library. */
const mostFiles = 200;
/** Functions of one stack that are looked at, at most. */
const mostFunctions = 120;

type Lowered = ModuleForm | Notice;

interface Memory {
  readonly forms: Map<string, Map<string, Lowered>>;
  readonly flows: Map<string, { readonly texts: readonly string[]; readonly followed: Followed }[]>;
}

export function openCodeReader(): CodeReader {
  const memory: Memory = { forms: new Map(), flows: new Map() };
  return {
    read: (stack, files, changed) => readStack(memory, { stack, files, changed }),
    reach: (stack, files) => void unitsOf(memory, stack, files),
  };
}

interface Asked {
  readonly stack: Stack;
  readonly files: Files;
  readonly changed: ReadonlySet<string> | undefined;
}

function readStack(memory: Memory, { stack, files, changed }: Asked): StackCode {
  const functions: FunctionCode[] = [];
  const notices: Notice[] = [];
  for (const unit of unitsOf(memory, stack, files)) {
    const { paths, handlers, modules, resolve } = unit;
    if (changed !== undefined && !paths.some((path) => changed.has(path))) continue;
    const texts = paths.map((path) => files.read(path) ?? '');
    const { flows, isWhole } = followed(memory, { handlers, modules, resolve }, texts);
    notices.push(...unit.notices, ...(isWhole ? [] : [tooLarge(paths[0] ?? '')]));
    functions.push({ function: unit.function, paths, flows: flows.map((flow) => toldFlow(flow, files)) });
  }
  return { stack, functions, notices };
}

function tooLarge(path: string): Notice {
  const message =
    'This handler, with what it imports, is too large to be followed whole; what lies beyond was not judged.';
  return { path, message, kind: 'unread' };
}

interface FunctionUnit extends Modules {
  readonly function: ServerlessFunction;
  readonly handlers: readonly Handler[];
  readonly resolve: UnitFiles['resolve'];
}

/** The handlers of a stack, each once, with the files that they are made of. */
function unitsOf(memory: Memory, stack: Stack, files: Files): readonly FunctionUnit[] {
  const scripts = scriptsIn(files.list());
  const resolve = resolveIn({ list: scripts, aliases: aliasesIn(files) });
  const seen = new Set<string>();
  return stack.functions.slice(0, mostFunctions).flatMap((fn): readonly FunctionUnit[] => {
    const handlers = handlersOf(fn, stack, scripts).filter(({ path, exported }) => {
      const key = `${path} ${exported ?? ''}`;
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    });
    if (handlers.length === 0) return [];
    return [{ function: fn, handlers, resolve, ...modulesOf(memory, { handlers, files, resolve }) }];
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

function lower(source: Source): Lowered {
  return source.path.endsWith('.py') ? lowerPython(source) : lowerScript(source);
}

function tooLong(path: string): Notice {
  return {
    path,
    message: 'This file takes too long to read; what it does was not reviewed. Split it.',
    kind: 'unread',
  };
}

function lowered({ forms }: Memory, path: string, text: string): Lowered {
  const known = forms.get(text) ?? new Map<string, Lowered>();
  const form =
    known.get(path) ??
    within(
      () => text.length,
      () => lower({ path, text }),
    )?.value ??
    tooLong(path);
  known.set(path, form);
  forms.set(text, known);
  return form;
}

function followed({ flows }: Memory, unit: Parameters<typeof follow>[0], texts: readonly string[]): Followed {
  const key = JSON.stringify([unit.handlers, [...unit.modules.keys()]]);
  const former = flows.get(key) ?? [];
  const known = former.find(
    (one) => one.texts.length === texts.length && one.texts.every((text, index) => text === texts[index]),
  );
  if (known) return known.followed;
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  const found = within(
    () => size,
    () => follow(unit),
  )?.value ?? { flows: [], isWhole: false };
  flows.set(key, [...former, { texts, followed: found }].slice(-4));
  return found;
}
