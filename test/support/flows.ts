import type { Flow } from '../../src/code/flow/machine.js';
import { follow, type Unit } from '../../src/code/follow.js';
import type { ModuleForm } from '../../src/code/form.js';
import type { Handler } from '../../src/code/handler.js';
import { lowerScript } from '../../src/code/javascript/module.js';
import { lowerPython } from '../../src/code/python/module.js';
import { resolveIn } from '../../src/code/resolving/resolve.js';

type Files = ReadonlyMap<string, string>;

/** The flows of a handler of JavaScript that is given as text: `danger: source > sink`, with the confidence where it is not high. */
export function flowsIn(text: string, handler: Partial<Handler> = {}): readonly string[] {
  return flowsOfFiles(new Map([['handler.ts', text]]), handler);
}

/** The same of a handler of Python. `preparePython` was called before. */
export function pythonFlows(text: string, handler: Partial<Handler> = {}): readonly string[] {
  return flowsOfFiles(new Map([['handler.py', text]]), handler);
}

/** The same of several files. */
export function flowsOfFiles(files: Files, handler: Partial<Handler> = {}): readonly string[] {
  return followFiles(files, handler).map(wordsOf).sort();
}

function followFiles(files: Files, handler: Partial<Handler> = {}): readonly Flow[] {
  const [path = ''] = [...files.keys()];
  const modules = new Map<string, ModuleForm>();
  for (const [file, text] of files) {
    const form = file.endsWith('.py') ? lowerPython({ path: file, text }) : lowerScript({ path: file, text });
    if ('body' in form) modules.set(file, form);
  }
  const unit: Unit = {
    handlers: [{ path, exported: 'handler', calls: 'event', answers: true, ...handler }],
    modules,
    resolve: resolveIn({ list: [...files.keys()] }),
  };
  return follow(unit).flows;
}

function wordsOf({ danger, source, sink, confidence, detail }: Flow): string {
  const sure = confidence === 'high' ? '' : ` (${confidence})`;
  return `${danger}${detail === '' ? '' : ` ${detail}`}: ${source ? `${source.text} > ` : ''}${sink.text}${sure}`;
}
