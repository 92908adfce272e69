import { isNull, type MapEntry, textOf, type Value } from '../../../model/value.js';
import type { Expression, ObjectExpression, TemplateExpression } from '../../../notation/hcl/expression.js';
import { callFunction } from './calls.js';
import { choiceOf, lifted, liftedAll } from './choices.js';
import { evaluateFor } from './for-expressions.js';
import { operate } from './operators.js';
import { deepest, type Scope } from './scope.js';
import { bounded } from './sizes.js';
import { traverse, writtenPath } from './traversals.js';
import { asSureAs, isTrue, listOf, partsOf, scalar, sureness, textFrom, unknownValue } from './values.js';

/** So many parts of new values are as much work as one expression. */
const partsAStep = 8;

/** What an expression means, as far as the repository says. Never throws, never loops: limits make it unknown. */
export function evaluate(expression: Expression, scope: Scope): Value {
  const { level, sizes, spend } = scope.session;
  if (level.depth >= deepest) return unknownValue(expression.at, 'nested too deeply');
  if (!spend(1)) return unknownValue(expression.at, 'too much to evaluate');
  level.depth += 1;
  const meaning = meaningOf(expression, scope);
  level.depth -= 1;
  const before = sizes.made.parts;
  const value = bounded(meaning, sizes);
  const isPaid = spend((sizes.made.parts - before) / partsAStep);
  return isPaid ? value : unknownValue(expression.at, 'too much to evaluate');
}

function meaningOf(expression: Expression, scope: Scope): Value {
  const { at } = expression;
  switch (expression.kind) {
    case 'literal':
      return scalar(expression.value, at);
    case 'template':
      return template(expression, scope);
    case 'list':
      return listOf(
        expression.items.map((item) => evaluate(item, scope)),
        at,
      );
    case 'object':
      return objectOf(expression, scope);
    case 'name':
    case 'traversal':
      return traverse(expression, scope, evaluate);
    case 'call':
      return callFunction(expression, scope, evaluate);
    case 'conditional':
      return conditional(expression, scope);
    case 'for':
      return evaluateFor(expression, scope, evaluate);
    case 'operation':
      return liftedAll(
        expression.operands.map((operand) => evaluate(operand, scope)),
        at,
        (operands) => operate(expression.operator, operands, at),
      );
    case 'broken':
      return unknownValue(at, expression.because);
  }
}

/** Unknown parts of a text keep their names, so that equal texts stay equal. */
function template({ parts, at }: TemplateExpression, scope: Scope): Value {
  const values = parts.map((part): Value => {
    if (part.kind === 'text') return scalar(part.text, at);
    const value = evaluate(part.value, scope);
    const name = value.kind === 'unknown' ? writtenPath(part.value) : undefined;
    return name === undefined ? value : { kind: 'pattern', parts: [{ named: name }], at };
  });
  const [only] = values;
  if (values.length === 1 && only !== undefined && parts[0]?.kind === 'value') return { ...only, at };
  return liftedAll(values, at, (decided) =>
    textFrom(
      decided.flatMap((value) => partsOf(value) ?? [undefined]),
      at,
      sureness(...decided),
    ),
  );
}

function objectOf({ entries, at }: ObjectExpression, scope: Scope): Value {
  let open = false;
  const read = new Map<string, MapEntry>();
  for (const { key, value } of entries) {
    const name = textOf(evaluate(key, scope));
    if (name === undefined) open = true;
    else {
      const inner = evaluate(value, scope);
      const anchored = inner.kind === 'map' && inner.anchor === undefined ? { ...inner, anchor: key.at } : inner;
      read.set(name, { key: name, keyAt: key.at, value: anchored });
    }
  }
  return { kind: 'map', entries: [...read.values()], open, at };
}

function conditional(expression: Extract<Expression, { kind: 'conditional' }>, scope: Scope): Value {
  const { at, condition, yes, no, text } = expression;
  const decided = evaluate(condition, scope);
  return lifted(decided, at, (one) => {
    const truth = isTrue(one);
    if (truth !== undefined) {
      const chosen = evaluate(truth ? yes : no, scope);
      return {
        ...asSureAs(chosen, one),
        ...(one.confidence !== undefined && { at, origin: chosen.origin ?? chosen.at }),
      };
    }
    const [first, second] = [evaluate(yes, scope), evaluate(no, scope)];
    if (isNull(first) && isNull(second)) return first;
    return choiceOf({
      kind: 'choice',
      among: 'branches',
      at,
      cases: [
        { label: text, value: first },
        { label: `not ${text}`, value: second },
      ],
    });
  });
}
