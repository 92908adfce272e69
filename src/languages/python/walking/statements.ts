import type { Call, Expression } from '../syntax/expression.js';
import type { Block, Statement } from '../syntax/statement.js';
import { expressionsOf, innerExpressions } from './expressions.js';

/** The blocks of a statement, the bodies of functions and classes among them. */
export function blocksOf(statement: Statement): readonly Block[] {
  switch (statement.kind) {
    case 'if':
      return [...statement.branches.map(({ body }) => body), statement.otherwise];
    case 'for':
    case 'while':
      return [statement.body, statement.otherwise];
    case 'try':
      return [statement.body, ...statement.handlers.map(({ body }) => body), statement.otherwise, statement.atLast];
    case 'match':
      return statement.cases.map(({ body }) => body);
    case 'with':
    case 'function':
    case 'class':
    case 'unread':
      return [statement.body];
    default:
      return [];
  }
}

/** The statements of a block and of the blocks in it, in the order of the text, as far as `enters` goes into each. */
export function statementsIn(
  block: Block,
  enters: (statement: Statement) => boolean = () => true,
): readonly Statement[] {
  const found: Statement[] = [];
  const waiting = block.toReversed();
  for (let statement = waiting.pop(); statement !== undefined; statement = waiting.pop()) {
    found.push(statement);
    if (!enters(statement)) continue;
    for (const inner of blocksOf(statement).toReversed()) if (inner.length > 0) waiting.push(...inner.toReversed());
  }
  return found;
}

/** An expression and all that stand in it, outer ones first. */
export function expressionsIn(expression: Expression): readonly Expression[] {
  const found: Expression[] = [];
  const waiting = [expression];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    found.push(one);
    waiting.push(...innerExpressions(one).toReversed());
  }
  return found;
}

/** All calls of a block and of what it defines. */
export function callsIn(block: Block): readonly Call[] {
  return statementsIn(block)
    .flatMap(expressionsOf)
    .flatMap(expressionsIn)
    .filter((expression) => expression.kind === 'call');
}
