import { type CloudNeeds, cloudNeeds } from '../../src/code/cloud/needs.js';
import { follow, type Unit } from '../../src/code/follow.js';
import type { ModuleForm } from '../../src/code/form.js';
import { lowerScript } from '../../src/code/javascript/module.js';
import { lowerPython } from '../../src/code/python/module.js';
import { resolveIn } from '../../src/code/resolving/resolve.js';

/** What a handler needs of its cloud; several files are given by path. `preparePython` was called before, for Python. */
export function needsIn(given: string | Readonly<Record<string, string>>, path = 'handler.ts'): CloudNeeds {
  const files = typeof given === 'string' ? { [path]: given } : given;
  const [entry = ''] = Object.keys(files);
  const modules = new Map<string, ModuleForm>();
  for (const [file, text] of Object.entries(files)) {
    const form = file.endsWith('.py') ? lowerPython({ path: file, text }) : lowerScript({ path: file, text });
    if ('body' in form) modules.set(file, form);
  }
  const unit: Unit = {
    handlers: [{ path: entry, exported: 'handler', calls: 'event', answers: true }],
    modules,
    resolve: resolveIn({ list: Object.keys(files) }),
  };
  return cloudNeeds({ ...unit, others: follow(unit).others });
}

/** The actions that are called for certain, in order. */
export function actionsIn(given: string | Readonly<Record<string, string>>, path?: string): readonly string[] {
  return [...needsIn(given, path).actions.keys()].sort();
}
