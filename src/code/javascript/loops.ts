import type { Node } from '@babel/types';
import type { Expression, Statement } from '../form.js';
import { expressionOf } from './expressions.js';
import { type Lowering, spanOf, targetVariable } from './lowering.js';
import { assignments } from './patterns.js';
import { evaluated, statementOf } from './statements.js';

/** A loop of any kind; nothing for other statements. */
export function loopOf(lowering: Lowering, node: Node): readonly Statement[] {
  switch (node.type) {
    case 'WhileStatement':
    case 'DoWhileStatement': {
      const test = expressionOf(lowering, node.test);
      return [{ kind: 'loop', item: undefined, test, body: statementOf(lowering, node.body) }];
    }
    case 'ForStatement':
      return countedLoop(lowering, node);
    case 'ForOfStatement':
    case 'ForInStatement':
      return [itemLoop(lowering, node)];
    default:
      return [];
  }
}

function countedLoop(lowering: Lowering, node: Extract<Node, { type: 'ForStatement' }>): readonly Statement[] {
  const { init } = node;
  const first =
    init?.type === 'VariableDeclaration' ? statementOf(lowering, init) : init ? evaluated(lowering, init) : [];
  const update = node.update ? evaluated(lowering, node.update) : [];
  const test = node.test ? expressionOf(lowering, node.test) : undefined;
  return [...first, { kind: 'loop', item: undefined, test, body: [...statementOf(lowering, node.body), ...update] }];
}

function itemLoop(lowering: Lowering, node: Extract<Node, { type: 'ForOfStatement' | 'ForInStatement' }>): Statement {
  const { left } = node;
  const pattern = left.type === 'VariableDeclaration' ? (left.declarations[0]?.id ?? left) : left;
  const own = targetVariable(lowering, pattern);
  const variable = own ?? { name: '' };
  const named: Expression = { kind: 'variable', variable, at: spanOf(lowering, pattern) };
  const head = own === undefined ? assignments(lowering, pattern, named) : [];
  const by = node.type === 'ForOfStatement' ? 'item' : 'key';
  const item = { variable, of: expressionOf(lowering, node.right), by } as const;
  return { kind: 'loop', item, test: undefined, body: [...head, ...statementOf(lowering, node.body)] };
}
