import type { Node } from '@babel/types';
import { type Evaluation, openEvaluation } from '../../../languages/javascript/evaluation.js';
import { expressionValue } from '../../../languages/javascript/expression-value.js';
import { type ExportedValue, exportsIn } from '../../../languages/javascript/module-exports.js';
import type { Import } from '../../../languages/javascript/module-imports.js';
import { isExpression, spanIn } from '../../../languages/javascript/nodes.js';
import type { Script } from '../../../languages/javascript/parse-script.js';
import { folderOf } from '../../../model/path.js';
import type { MapEntry, Value } from '../../../model/value.js';
import { returnedBy } from './function-values.js';

/** What a program exports. */
export interface Exports {
  /** Its default, or all names that it exports. */
  readonly whole: Value;
  readonly named: Value;
}

/** One name of another file. */
export type Wanted = Pick<Import, 'module' | 'name' | 'by'>;

/** The value of a name in another file; undefined if that cannot be read. */
export type Imported = (wanted: Wanted) => Value | undefined;

/** What a program exports, as far as literals, constants, imports of these and spreads say it. */
export function exportedValues(script: Script, imported: Imported): Exports {
  const evaluation = openEvaluation(script, { imported, particular: answered, named: 'edited' });
  const exported = exportsIn(script);
  const values = exported.filter((one) => one.kind === 'value');
  const whole = values.findLast(({ name, value }) => (name === 'default' || name === '*') && isExpression(value));
  const start = script.program.start ?? 0;
  const at = { path: script.path, start, end: start };
  const own = values.filter(({ name }) => name !== 'default' && name !== '*').map((one) => entryOf(evaluation, one));
  const others = exported.flatMap((one): readonly MapEntry[] => {
    if (one.kind === 'value' || one.name === '*') return [];
    const value = placed(imported({ module: one.module, name: one.imported, by: 'import' }), at);
    return [{ key: one.name, keyAt: at, value }];
  });
  const named: Value = { kind: 'map', at, entries: [...own, ...others], open: true };
  return { whole: whole === undefined ? named : expressionValue(evaluation, whole.value), named };
}

function entryOf(evaluation: Evaluation, { name, value }: ExportedValue): MapEntry {
  return { key: name, keyAt: spanIn(evaluation.script.path, value), value: expressionValue(evaluation, value) };
}

function placed(value: Value | undefined, at: Value['at']): Value {
  if (value === undefined) return { kind: 'unknown', at, because: 'imported value' };
  return value.kind === 'map' || value.kind === 'list' ? value : { ...value, at, origin: value.origin ?? value.at };
}

/** The framework calls what a file exports. */
function answered(node: Node, evaluation: Evaluation): Value | undefined {
  const answer = returnedBy(node, evaluation.survey().file);
  return answer ? expressionValue(evaluation, answer) : ownFolder(node, evaluation);
}

/** `handlerPath(__dirname)`: the framework's template for TypeScript names the folder of a function so. */
function ownFolder(node: Node, { script }: Evaluation): Value | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return undefined;
  const [first, ...others] = node.arguments;
  const isHere = first?.type === 'Identifier' && first.name === '__dirname' && others.length === 0;
  if (!isHere || !/path/i.test(node.callee.name)) return undefined;
  return { kind: 'scalar', value: folderOf(script.path), at: spanIn(script.path, node) };
}
