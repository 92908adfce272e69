import { parsePython } from '../../../../languages/python/parse.js';
import type { Source } from '../../../../notation/source.js';
import type { Program } from '../../program/expression.js';
import { lowerModule } from './statements.js';

/** A Python file as a program; otherwise where it breaks off. */
export function pythonProgram(source: Source): Program | { readonly offset: number } {
  const module = parsePython(source);
  return module === undefined ? { offset: 0 } : lowerModule(module);
}
