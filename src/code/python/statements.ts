import type * as Python from '../../languages/python/syntax/statement.js';
import type { Expression, Statement, Variable } from '../form.js';
import { capturesOf } from './captures.js';
import { expressionOf } from './expressions.js';
import { classForm, decorated, functionForm } from './functions.js';
import { type Lowering, nameExpression } from './lowering.js';
import { assignments } from './targets.js';
import { tryOf } from './trying.js';

export function statementsOf(lowering: Lowering, block: Python.Block): readonly Statement[] {
  return block.flatMap((statement) => statementOf(lowering, statement));
}

function statementOf(lowering: Lowering, written: Python.Statement): readonly Statement[] {
  switch (written.kind) {
    case 'expression':
      return [{ kind: 'evaluate', value: expressionOf(lowering, written.value) }];
    case 'assignment':
      return assignmentOf(lowering, written);
    case 'function': {
      const { decorators, at } = written;
      const value: Expression = { kind: 'function', function: functionForm(lowering, written), at };
      return defined(lowering, written, decorated(lowering, decorators, value));
    }
    case 'class': {
      const { decorators, at } = written;
      const value: Expression = { kind: 'class', class: classForm(lowering, written), at };
      return defined(lowering, written, decorated(lowering, decorators, value));
    }
    case 'return':
      return [{ kind: 'return', value: written.value && expressionOf(lowering, written.value), at: written.at }];
    case 'raise':
      return [{ kind: 'throw', value: written.value ? expressionOf(lowering, written.value) : nothingAt(written.at) }];
    case 'assert':
      return [
        {
          kind: 'branch',
          test: expressionOf(lowering, written.test),
          met: [],
          otherwise: [{ kind: 'throw', value: nothingAt(written.at) }],
        },
      ];
    case 'break':
    case 'continue':
      return [{ kind: 'leave' }];
    default:
      return blockOf(lowering, written);
  }
}

function nothingAt(at: Expression['at']): Expression {
  return { kind: 'unknown', inside: [], at };
}

function defined(
  lowering: Lowering,
  { name, nameAt }: { readonly name: string; readonly nameAt: Expression['at'] },
  value: Expression,
): readonly Statement[] {
  return [{ kind: 'assign', target: nameExpression(lowering, name, nameAt), value }];
}

function assignmentOf(lowering: Lowering, { targets, value, operator, at }: Python.Assignment): readonly Statement[] {
  if (value === undefined) return [];
  const given = expressionOf(lowering, value);
  return targets.flatMap((target) => {
    if (operator === undefined) return assignments(lowering, target, given);
    const before = expressionOf(lowering, target);
    const whole: Expression =
      operator === '+'
        ? { kind: 'text', parts: [before, given], at }
        : { kind: 'computed', operands: [before, given], at };
    return assignments(lowering, target, whole);
  });
}

function blockOf(lowering: Lowering, written: Python.Statement): readonly Statement[] {
  switch (written.kind) {
    case 'if':
      return branchesOf(lowering, written);
    case 'for': {
      const item: Variable = { name: '' };
      const head = assignments(lowering, written.target, { kind: 'variable', variable: item, at: written.target.at });
      const over = { variable: item, of: expressionOf(lowering, written.iterable), by: 'item' } as const;
      const body = [...head, ...statementsOf(lowering, written.body)];
      return [{ kind: 'loop', item: over, test: undefined, body }, ...statementsOf(lowering, written.otherwise)];
    }
    case 'while': {
      const test = expressionOf(lowering, written.test);
      const body = statementsOf(lowering, written.body);
      return [{ kind: 'loop', item: undefined, test, body }, ...statementsOf(lowering, written.otherwise)];
    }
    case 'with':
      return [
        ...written.items.flatMap(({ value, target }): readonly Statement[] => {
          const given = expressionOf(lowering, value);
          return target ? assignments(lowering, target, given) : [{ kind: 'evaluate', value: given }];
        }),
        ...statementsOf(lowering, written.body),
      ];
    case 'try':
      return [tryOf(lowering, written)];
    case 'match':
      return matchOf(lowering, written);
    case 'unread':
      return statementsOf(lowering, written.body);
    default:
      return [];
  }
}

function branchesOf(lowering: Lowering, { branches, otherwise }: Python.If): readonly Statement[] {
  return branches.reduceRight<readonly Statement[]>(
    (rest, { test, body }) => [
      { kind: 'branch', test: expressionOf(lowering, test), met: statementsOf(lowering, body), otherwise: rest },
    ],
    statementsOf(lowering, otherwise),
  );
}

/** Cases one after another: a value that is compared with is a check; names in a pattern are given what stands there. */
function matchOf(lowering: Lowering, { subject, cases, at }: Python.Match): readonly Statement[] {
  const left = expressionOf(lowering, subject);
  return cases.reduceRight<readonly Statement[]>((rest, { pattern, body }) => {
    const test: Expression =
      pattern.kind === 'value'
        ? { kind: 'compare', operator: '==', left, right: expressionOf(lowering, pattern.value), at }
        : nothingAt(at);
    const met = [...capturesOf(lowering, pattern, left), ...statementsOf(lowering, body)];
    return [{ kind: 'branch', test, met, otherwise: rest }];
  }, []);
}
