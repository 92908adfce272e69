import type { Node, Statement as Written } from '@babel/types';
import type { Expression, Statement } from '../form.js';
import { expressionOf } from './expressions.js';
import { type Lowering, spanOf } from './lowering.js';
import { statementsOf } from './statements.js';

/** A `switch` as branches one in another; cases that fall through share the body of the next. */
export function switchOf(lowering: Lowering, node: Extract<Node, { type: 'SwitchStatement' }>): readonly Statement[] {
  const left = expressionOf(lowering, node.discriminant);
  const cases: { readonly tests: readonly Expression[]; readonly body: readonly Statement[] }[] = [];
  let otherwise: readonly Statement[] = [];
  let tests: readonly Expression[] = [];
  for (const { test, consequent } of node.cases) {
    if (test) tests = [...tests, compared(lowering, left, test)];
    const body = statementsOf(lowering, consequent.flatMap(withoutBreak));
    if (test === null || test === undefined) otherwise = body;
    else if (consequent.length > 0) {
      cases.push({ tests, body });
      tests = [];
    }
  }
  return cases.reduceRight<readonly Statement[]>(
    (rest, { tests: any, body }) => [
      { kind: 'branch', test: { kind: 'any', operands: any, at: left.at }, met: body, otherwise: rest },
    ],
    otherwise,
  );
}

function compared(lowering: Lowering, left: Expression, test: Node): Expression {
  return { kind: 'compare', operator: '==', left, right: expressionOf(lowering, test), at: spanOf(lowering, test) };
}

function withoutBreak(statement: Written): readonly Written[] {
  if (statement.type === 'BlockStatement') return statement.body.flatMap(withoutBreak);
  return statement.type === 'BreakStatement' ? [] : [statement];
}
