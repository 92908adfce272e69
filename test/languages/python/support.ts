import { type PythonModule, parsePython } from '../../../src/languages/python/parse.js';
import type { Expression } from '../../../src/languages/python/syntax/expression.js';

/** A text of Python that can be read. */
export function moduleOf(text: string): PythonModule {
  const module = parsePython({ path: 'a.py', text });
  if (module === undefined) throw new Error('The text was not read as Python.');
  return module;
}

/** The one expression of a text. */
export function expressionOf(text: string): Expression {
  const [statement] = moduleOf(text).body;
  if (statement?.kind !== 'expression') throw new Error('The text is not an expression.');
  return statement.value;
}
