import type { Node, Statement as Written } from '@babel/types';
import { bare } from '../../languages/javascript/nodes.js';
import type { Expression, Statement, Variable } from '../form.js';
import { expressionOf } from './expressions.js';
import { classForm, functionForm } from './functions.js';
import { loopOf } from './loops.js';
import { type Lowering, spanOf, targetVariable } from './lowering.js';
import { assignments } from './patterns.js';
import { switchOf } from './switches.js';

/** The statements of a block; functions that are declared in it are known from its beginning. */
export function statementsOf(lowering: Lowering, written: readonly Written[]): readonly Statement[] {
  const isFunction = (node: Written) => declarationOf(node).type === 'FunctionDeclaration';
  const ordered = [...written.filter(isFunction), ...written.filter((node) => !isFunction(node))];
  return ordered.flatMap((node) => statementOf(lowering, node));
}

/** What `export` stands before, or the statement itself. */
function declarationOf(node: Written): Node {
  if (node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration')
    return node.declaration ?? node;
  return node;
}

export function statementOf(lowering: Lowering, statement: Written): readonly Statement[] {
  const node = declarationOf(statement);
  switch (node.type) {
    case 'VariableDeclaration':
      return node.declarations.flatMap(({ id, init }) =>
        init ? assignments(lowering, id, expressionOf(lowering, init, nameIn(id))) : [],
      );
    case 'FunctionDeclaration': {
      const value: Expression = {
        kind: 'function',
        function: functionForm(lowering, node, {}),
        at: spanOf(lowering, node),
      };
      return node.id ? assignments(lowering, node.id, value) : [];
    }
    case 'ClassDeclaration': {
      const value: Expression = { kind: 'class', class: classForm(lowering, node), at: spanOf(lowering, node) };
      return node.id ? assignments(lowering, node.id, value) : [];
    }
    case 'ExpressionStatement':
      return evaluated(lowering, node.expression);
    case 'ReturnStatement':
      return [
        {
          kind: 'return',
          value: node.argument ? expressionOf(lowering, node.argument) : undefined,
          at: spanOf(lowering, node),
        },
      ];
    case 'ThrowStatement':
      return [{ kind: 'throw', value: expressionOf(lowering, node.argument) }];
    case 'ContinueStatement':
    case 'BreakStatement':
      return [{ kind: 'leave' }];
    default:
      return blockOf(lowering, node);
  }
}

function nameIn(id: Node): string {
  return id.type === 'Identifier' ? id.name : '';
}

export function evaluated(lowering: Lowering, written: Node): readonly Statement[] {
  const node = bare(written);
  if (node.type === 'AssignmentExpression' && node.operator === '=')
    return assignments(lowering, node.left, expressionOf(lowering, node.right));
  const value = expressionOf(lowering, node);
  return [{ kind: 'evaluate', value: node.type === 'CallExpression' ? dropped(value) : value }];
}

/** Nothing waits for what a call gives; nor for what stands before `.catch(...)`. */
function dropped(value: Expression, isDropped: 'alone' | 'chained' = 'alone'): Expression {
  if (value.kind !== 'call') return value;
  const { callee } = value;
  const isChain = callee.kind === 'member' && /^(?:then|catch|finally)$/.test(callee.name);
  return isChain
    ? { ...value, callee: { ...callee, object: dropped(callee.object, 'chained') } }
    : { ...value, isDropped };
}

function blockOf(lowering: Lowering, node: Node): readonly Statement[] {
  switch (node.type) {
    case 'BlockStatement':
    case 'StaticBlock':
    case 'TSModuleBlock':
      return statementsOf(lowering, node.body);
    case 'LabeledStatement':
      return statementOf(lowering, node.body);
    case 'IfStatement':
      return [
        {
          kind: 'branch',
          test: expressionOf(lowering, node.test),
          met: statementOf(lowering, node.consequent),
          otherwise: node.alternate ? statementOf(lowering, node.alternate) : [],
        },
      ];
    case 'SwitchStatement':
      return switchOf(lowering, node);
    case 'TryStatement':
      return [tryOf(lowering, node)];
    default:
      return loopOf(lowering, node);
  }
}

function tryOf(lowering: Lowering, node: Extract<Node, { type: 'TryStatement' }>): Statement {
  const { handler, block, finalizer } = node;
  const pattern = handler?.param;
  const variable: Variable | undefined = pattern ? (targetVariable(lowering, pattern) ?? { name: '' }) : undefined;
  const caughtAt = spanOf(lowering, pattern ?? node);
  const isPattern = pattern && variable && pattern.type !== 'Identifier';
  const head = isPattern ? assignments(lowering, pattern, { kind: 'variable', variable, at: caughtAt }) : [];
  return {
    kind: 'try',
    body: statementsOf(lowering, block.body),
    caught: variable,
    caughtAt,
    handler: handler ? [...head, ...statementsOf(lowering, handler.body.body)] : [],
    last: finalizer ? statementsOf(lowering, finalizer.body) : [],
  };
}
