import type { MapEntry, Value } from '../../../model/value.js';
import { elementOf, memberOf } from './access.js';
import type { CallExpression, ConditionalExpression, Expression, LoopExpression } from './expression.js';
import { functions } from './expression-functions.js';
import { joined, keyOf, lowered, scalar, truthOf, unknownValue, usedAt } from './expression-values.js';
import { operate } from './operators.js';
import { branchByDefault } from './overrides.js';
import { deepest, type Scope, withNames } from './scope.js';
import { sizeOf } from './sizes.js';

/** What an expression comes to, as far as the repository says. */
export function evaluate(expression: Expression, scope: Scope): Value {
  const { allowance } = scope;
  allowance.left -= 1;
  if (allowance.depth >= deepest || allowance.left < 0) return unknownValue('too much to evaluate', expression.at);
  allowance.depth += 1;
  try {
    return meaningOf(expression, scope);
  } finally {
    allowance.depth -= 1;
  }
}

function meaningOf(expression: Expression, scope: Scope): Value {
  const { at } = expression;
  switch (expression.kind) {
    case 'literal':
      return { kind: 'scalar', value: expression.value, at };
    case 'name':
      return nameIn(expression.name, expression, scope);
    case 'text':
      return joined(
        expression.parts.map((part) => partIn(part, expression, scope)),
        at,
      );
    case 'list':
      return listIn(expression, scope);
    case 'map':
      return mapIn(expression, scope);
    case 'call':
      return callIn(expression, scope);
    case 'member':
      return memberOf(evaluate(expression.of, scope), expression.name, at);
    case 'index':
      return elementOf(evaluate(expression.of, scope), evaluate(expression.index, scope), at);
    case 'operator':
      return operate(
        expression.operator,
        expression.operands.map((operand) => evaluate(operand, scope)),
        at,
      );
    case 'conditional':
      return conditionalIn(expression, scope);
    case 'loop':
      return loopIn(expression, scope);
    case 'unknown':
      return unknownValue(expression.because, at);
  }
}

function nameIn(name: string, { at }: Expression, scope: Scope): Value {
  const value = scope.name(name);
  if (value === undefined) return unknownValue('unknown name', at);
  return spend(usedAt(value, at), scope);
}

/** Values that are used again count again, since whoever looks at the result goes through them again. */
function spend(value: Value, { allowance }: Scope): Value {
  allowance.left -= sizeOf(value);
  return allowance.left < 0 ? unknownValue('too much to evaluate', value.at) : value;
}

/** What is known by its name only is written by it. */
function partIn(part: string | Expression, { at }: Expression, scope: Scope): Value {
  if (typeof part === 'string') return { kind: 'scalar', value: part, at };
  const value = evaluate(part, scope);
  if (value.kind === 'unknown' && part.kind === 'name') return { kind: 'pattern', parts: [{ named: part.name }], at };
  return value.kind === 'list' || value.kind === 'map' ? unknownValue('text of a container', at) : value;
}

function listIn(list: Extract<Expression, { kind: 'list' }>, scope: Scope): Value {
  const items: Value[] = [];
  let open = false;
  for (const item of list.items) {
    if (item.kind !== 'spread') {
      items.push(evaluate(item, scope));
      continue;
    }
    const spread = evaluate(item.of, scope);
    if (spread.kind === 'list') items.push(...spread.items);
    open ||= spread.kind !== 'list' || spread.open;
  }
  return { kind: 'list', items, open, at: list.at };
}

function mapIn({ entries: written, at, anchor }: Extract<Expression, { kind: 'map' }>, scope: Scope): Value {
  const entries: MapEntry[] = [];
  let open = false;
  for (const item of written) {
    if (item.kind === 'spread') {
      const spread = evaluate(item.of, scope);
      if (spread.kind === 'map') entries.push(...spread.entries);
      open ||= spread.kind !== 'map' || spread.open;
      continue;
    }
    const key = keyOf(evaluate(item.key, scope));
    if (key === undefined) open = true;
    else entries.push({ key, keyAt: item.keyAt, value: anchored(evaluate(item.value, scope), item.keyAt) });
  }
  return { kind: 'map', entries, open, at, ...(anchor && { anchor }) };
}

function anchored(value: Value, anchor: MapEntry['keyAt']): Value {
  return value.kind === 'map' ? { ...value, anchor } : value;
}

function callIn({ name, on, args, at }: CallExpression, scope: Scope): Value {
  if (on !== undefined) {
    const owner = evaluate(on, scope);
    return owner.kind === 'reference' ? unknownValue('secret of a resource', at) : unknownValue('method', at);
  }
  const values = args.map((arg) => evaluate(arg, scope));
  const asked = scope.call(name, values, at);
  if (asked !== undefined) return spend(asked, scope);
  const found = functions.get(name)?.(values, at);
  return found ?? unknownValue(`function ${name}`.slice(0, 60), at);
}

function conditionalIn(conditional: ConditionalExpression, scope: Scope): Value {
  const { condition, words, whenTrue, otherwise, at } = conditional;
  const decided = evaluate(condition, scope);
  const truth = truthOf(decided);
  const no = (): Value => (otherwise === undefined ? scalar(null, at) : evaluate(otherwise, scope));
  if (truth !== undefined && (decided.confidence ?? 'high') === 'high') return truth ? evaluate(whenTrue, scope) : no();
  const usual = branchByDefault(conditional, truth, scope);
  if (usual !== undefined) return lowered(evaluate(usual, scope));
  const cases = [
    { label: words, value: evaluate(whenTrue, scope) },
    { label: `not ${words}`, value: no() },
  ];
  return { kind: 'choice', among: 'branches', cases, at };
}

/** Lists that are longer are not gone through item by item. */
const mostItems = 30;

function loopIn({ variable, counter, over, body, at }: LoopExpression, scope: Scope): Value {
  const list = evaluate(over, scope);
  if (list.kind !== 'list' || list.items.length > mostItems) {
    const names = new Map([[variable, unknownValue('item of an unknown list', at)]]);
    const one = evaluate(body, withNames(scope, names));
    return { kind: 'list', items: [one], open: true, at };
  }
  const items = list.items.map((item, index) => {
    const names = new Map([[variable, item]]);
    if (counter !== undefined) names.set(counter, scalar(index, at));
    return { ...evaluate(body, withNames(scope, names)), origin: at };
  });
  return { kind: 'list', items, open: list.open, at };
}
