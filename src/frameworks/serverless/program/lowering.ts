import { stepDown } from '../../../model/confidence.js';
import type { Span } from '../../../model/span.js';
import { entryOf, textOf, type Value } from '../../../model/value.js';
import { maximumDepth, type Source } from '../../../notation/source.js';
import { lowerArray, lowerObject } from './containers.js';
import { type Declarations, declarationsOf } from './declarations.js';
import { returnedBy } from './function-values.js';
import { type Import, requiredPath } from './imports.js';
import { bare, dotted, type Expression, isExpression, type Program } from './syntax.js';

/** One program being read. */
export interface Lowering {
  readonly path: string;
  readonly declarations: Declarations;
  readonly imported: Imported;
  /** Constants that are being read: to meet one of them again is a cycle. */
  readonly open: Set<string>;
  depth: number;
  visitsLeft: number;
}

const mostVisits = 100_000;

/** What a program exports. */
export interface Exports {
  /** Its default, or all names that it exports. */
  readonly whole: Value;
  readonly named: Value;
}

/** The value of a name in another file; undefined if that cannot be read. */
export type Imported = (wanted: Import) => Value | undefined;

/** What a program exports, as far as literals, constants, imports of these and spreads say it. */
export function lowerProgram(program: Program, { path }: Source, imported: Imported): Exports {
  const declarations = declarationsOf(program);
  const lowering: Lowering = { path, declarations, imported, open: new Set(), depth: 0, visitsLeft: mostVisits };
  const at = { path, start: program.program.start ?? 0, end: program.program.start ?? 0 };
  const { exported, named, passedOn } = declarations;
  const own = [...named].map(([key, value]) => ({
    key,
    keyAt: spanOf(lowering, value),
    value: lower(lowering, value),
  }));
  const others = [...passedOn].map(([key, wanted]) => ({ key, keyAt: at, value: external(lowering, wanted, at) }));
  const names: Value = { kind: 'map', at, entries: [...own, ...others], open: true };
  return { whole: exported === undefined ? names : lower(lowering, exported), named: names };
}

function external({ imported }: Lowering, wanted: Import, at: Span): Value {
  const value = imported(wanted);
  if (value === undefined) return { kind: 'unknown', at, because: 'imported value' };
  return value.kind === 'map' || value.kind === 'list' ? value : { ...value, at, origin: value.origin ?? value.at };
}

export function spanOf({ path }: Lowering, { start, end }: Pick<Expression, 'start' | 'end'>): Span {
  return { path, start: start ?? 0, end: end ?? 0 };
}

/** What an expression means. */
export function lower(lowering: Lowering, written: Expression): Value {
  lowering.visitsLeft -= 1;
  const at = spanOf(lowering, written);
  if (lowering.depth >= maximumDepth || lowering.visitsLeft < 0) return { kind: 'unknown', at, because: 'too large' };
  lowering.depth += 1;
  const value = lowerBare(lowering, bare(written));
  lowering.depth -= 1;
  return value;
}

function lowerBare(lowering: Lowering, expression: Expression): Value {
  const at = spanOf(lowering, expression);
  switch (expression.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return { kind: 'scalar', value: expression.value, at };
    case 'NullLiteral':
      return { kind: 'scalar', value: null, at };
    case 'ObjectExpression':
      return lowerObject(lowering, expression, at);
    case 'ArrayExpression':
      return lowerArray(lowering, expression, at);
    case 'Identifier':
      return constant(lowering, expression.name, at);
    case 'MemberExpression':
      return member(lowering, expression, at);
    default:
      return lowerComputed(lowering, expression, at);
  }
}

function lowerComputed(lowering: Lowering, expression: Expression, at: Span): Value {
  if (expression.type === 'TemplateLiteral') {
    const parts = expression.quasis.flatMap(({ value }, index) => {
      const inner = expression.expressions[index];
      const text: Value = { kind: 'scalar', value: value.cooked ?? value.raw, at };
      return isExpression(inner) ? [text, lower(lowering, inner)] : [text];
    });
    return concatenated(parts, at);
  }
  if (expression.type === 'BinaryExpression' && expression.operator === '+' && isExpression(expression.left)) {
    return concatenated([lower(lowering, expression.left), lower(lowering, expression.right)], at);
  }
  if (expression.type === 'UnaryExpression' && expression.operator === '-') {
    const value = Number(textOf(lower(lowering, expression.argument)));
    if (Number.isFinite(value)) return { kind: 'scalar', value: -value, at };
  }
  if (expression.type === 'LogicalExpression' && expression.operator !== '&&') {
    const first = lower(lowering, expression.left);
    if (first.kind !== 'unknown') return first;
    const otherwise = lower(lowering, expression.right);
    return { ...otherwise, at, origin: otherwise.origin ?? otherwise.at, confidence: stepDown('high') };
  }
  const from = requiredPath(expression);
  if (from !== undefined) return external(lowering, { from, name: 'default' }, at);
  const returned = returnedBy(expression, lowering.declarations);
  return returned === undefined
    ? { kind: 'unknown', at, because: 'computed by the program' }
    : lower(lowering, returned);
}

function concatenated(parts: readonly Value[], at: Span): Value {
  if (parts.every((part) => part.kind === 'scalar')) {
    return { kind: 'scalar', value: parts.map((part) => textOf(part) ?? '').join(''), at };
  }
  const pattern = parts.map((part) => (part.kind === 'scalar' ? (textOf(part) ?? '') : undefined));
  return { kind: 'pattern', parts: pattern.filter((part) => part !== ''), at };
}

function constant(lowering: Lowering, name: string, at: Span): Value {
  const { constants, imports } = lowering.declarations;
  const value = constants.get(name);
  const wanted = imports.get(name);
  if (wanted !== undefined) return external(lowering, wanted, at);
  if (name === 'undefined') return { kind: 'scalar', value: null, at };
  if (value === undefined) return { kind: 'unknown', at, because: 'computed by the program' };
  if (lowering.open.has(name)) return { kind: 'unknown', at, because: 'cyclic constant' };
  lowering.open.add(name);
  const lowered = lower(lowering, value);
  lowering.open.delete(name);
  if (lowered.kind === 'map' || lowered.kind === 'list') return lowered;
  return { ...lowered, at, origin: lowered.origin ?? lowered.at };
}

function member(lowering: Lowering, expression: Extract<Expression, { type: 'MemberExpression' }>, at: Span): Value {
  const unknown: Value = { kind: 'unknown', at, because: 'computed by the program' };
  if (dotted(expression)?.startsWith('process.env.')) return { ...unknown, because: 'environment variable' };
  const { property, object, computed } = expression;
  if (!isExpression(object)) return unknown;
  const key = computed && isExpression(property) ? textOf(lower(lowering, property)) : nameOf(property);
  const found = key === undefined ? undefined : entryOf(lower(lowering, object), key)?.value;
  if (found === undefined) return unknown;
  return found.kind === 'map' || found.kind === 'list' ? found : { ...found, at, origin: found.origin ?? found.at };
}

function nameOf(property: { readonly type: string }): string | undefined {
  return 'name' in property && typeof property.name === 'string' ? property.name : undefined;
}
