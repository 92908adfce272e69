import type { CallExpression, Node } from '@babel/types';
import type { Evaluation } from '../../../../languages/javascript/evaluation.js';
import { expressionValue } from '../../../../languages/javascript/expression-value.js';
import { memberOf } from '../../../../languages/javascript/members.js';
import type { MapEntry, Value } from '../../../../model/value.js';
import { methods } from './options.js';

/** One call of `app.http(…)` and the like. */
export interface AppCall {
  readonly node: CallExpression;
  readonly method: string;
}

/** All calls of `app` of the library in a file, also when it is imported under another name. */
export function appCalls({ survey, imports }: Evaluation): readonly AppCall[] {
  const names = new Set(['app']);
  for (const { local, name, module, by } of imports.values())
    if (module === '@azure/functions' && name === 'app' && by === 'import') names.add(local);
  return survey().calls.flatMap(({ node }) => {
    const member = node.type === 'CallExpression' ? memberOf(node.callee) : undefined;
    if (node.type !== 'CallExpression' || member === undefined || !methods.has(member.name)) return [];
    return isApp(member.object, names) ? [{ node, method: member.name }] : [];
  });
}

function isApp(object: Node, names: ReadonlySet<string>): boolean {
  return object.type === 'Identifier' ? names.has(object.name) : memberOf(object)?.name === 'app';
}

/** `output.storageQueue({ … })` is its options, with the kind beside them. */
export function outputValue(node: Node, evaluation: Evaluation): Value | undefined {
  const member = node.type === 'CallExpression' ? memberOf(node.callee) : undefined;
  if (node.type !== 'CallExpression' || member === undefined) return undefined;
  const options = expressionValue(evaluation, node.arguments[0]);
  if (options.kind !== 'map') return undefined;
  const at = { ...options.at, start: node.start ?? 0, end: node.end ?? 0 };
  const type: MapEntry = { key: 'type', keyAt: at, value: { kind: 'scalar', value: member.name, at } };
  return { ...options, entries: [...options.entries, type] };
}
