import type { Stack } from '../facts/stack.js';
import type { Notice } from '../findings/notice.js';
import type { Files } from '../model/files.js';
import type { Source } from '../notation/source.js';
import { aliasesIn } from './aliases.js';
import type { Flow } from './flow/machine.js';
import { follow, type Handler } from './follow.js';
import type { ModuleForm } from './form.js';
import { handlersOf, scriptsIn } from './handlers.js';
import { lowerScript } from './javascript/module.js';
import { lowerPython } from './python/module.js';
import { resolveIn } from './resolve.js';
import type { FunctionCode, StackCode } from './stack-code.js';
import { toldFlow } from './telling.js';

/** Reads the handlers of stacks. What it has read of a text it remembers, so that both sides of a change share it. */
export interface CodeReader {
  /** The code of the functions of which one of these files is a part; all, if none are given. */
  readonly read: (stack: Stack, files: Files, changed?: ReadonlySet<string>) => StackCode;
}

/** Files of one unit, at most: what is beyond is taken for a library. */
const mostFiles = 200;
/** Functions of one stack that are looked at, at most. */
const mostFunctions = 120;

type Lowered = ModuleForm | Notice;

interface Memory {
  readonly forms: Map<string, Map<string, Lowered>>;
  readonly flows: Map<string, { readonly texts: readonly string[]; readonly flows: readonly Flow[] }[]>;
}

export function openCodeReader(): CodeReader {
  const memory: Memory = { forms: new Map(), flows: new Map() };
  return { read: (stack, files, changed) => readStack(memory, { stack, files, changed }) };
}

interface Asked {
  readonly stack: Stack;
  readonly files: Files;
  readonly changed: ReadonlySet<string> | undefined;
}

function readStack(memory: Memory, { stack, files, changed }: Asked): StackCode {
  const list = files.list();
  const scripts = scriptsIn(list);
  const resolve = resolveIn({ list: scripts, aliases: aliasesIn(files) });
  const functions: FunctionCode[] = [];
  const notices: Notice[] = [];
  const seen = new Set<string>();
  for (const fn of stack.functions.slice(0, mostFunctions)) {
    const handlers = handlersOf(fn, stack, scripts).filter(({ path, exported }) => {
      const key = `${path} ${exported ?? ''}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
    if (handlers.length === 0) continue;
    const unit = modulesOf(memory, { handlers, files, resolve });
    if (changed !== undefined && !unit.paths.some((path) => changed.has(path))) continue;
    notices.push(...unit.notices);
    const flows = flowsOf(
      memory,
      { handlers, modules: unit.modules, resolve },
      unit.paths.map((path) => files.read(path) ?? ''),
    );
    functions.push({ function: fn, paths: unit.paths, flows: flows.map((flow) => toldFlow(flow, files)) });
  }
  return { stack, functions, notices };
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

function lowered({ forms }: Memory, path: string, text: string): Lowered {
  const known = forms.get(text) ?? new Map<string, Lowered>();
  const form = known.get(path) ?? lower({ path, text });
  known.set(path, form);
  forms.set(text, known);
  return form;
}

function flowsOf({ flows }: Memory, unit: Parameters<typeof follow>[0], texts: readonly string[]): readonly Flow[] {
  const key = JSON.stringify([unit.handlers, [...unit.modules.keys()]]);
  const former = flows.get(key) ?? [];
  const known = former.find(
    (one) => one.texts.length === texts.length && one.texts.every((text, index) => text === texts[index]),
  );
  if (known) return known.flows;
  const found = follow(unit);
  flows.set(key, [...former, { texts, flows: found }].slice(-4));
  return found;
}
