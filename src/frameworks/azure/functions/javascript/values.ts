import type { Expression, Node, ObjectExpression } from '@babel/types';
import type { Span } from '../../../../model/span.js';
import type { MapEntry, Value } from '../../../../model/value.js';

/** What names mean at the top of a file: constants with the value that they are given. */
export type Constants = ReadonlyMap<string, Node>;

const deepest = 40;

/** The value of an expression of JavaScript, as far as it is written out. */
export function javascriptValue(node: Node | null | undefined, path: string, constants: Constants, depth = 0): Value {
  const at: Span = { path, start: node?.start ?? 0, end: node?.end ?? 0 };
  if (node === null || node === undefined || depth > deepest) return { kind: 'unknown', because: 'code', at };
  const inner = (one: Node | null | undefined): Value => javascriptValue(one, path, constants, depth + 1);
  switch (node.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return { kind: 'scalar', value: node.value, at };
    case 'TemplateLiteral': {
      const text = node.quasis[0]?.value.cooked;
      return node.expressions.length === 0 && text !== undefined && text !== null
        ? { kind: 'scalar', value: text, at }
        : { kind: 'unknown', because: 'code', at };
    }
    case 'UnaryExpression':
      return negative(inner(node.argument), node.operator, at);
    case 'ArrayExpression': {
      const items = node.elements.map((element) => inner(element));
      return { kind: 'list', items, open: node.elements.some((element) => element?.type === 'SpreadElement'), at };
    }
    case 'ObjectExpression':
      return objectValue(node, at, inner);
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'ParenthesizedExpression':
      return inner(node.expression);
    case 'CallExpression':
      return outputValue(node.callee, inner(node.arguments[0]), at);
    case 'Identifier': {
      const value = inner(constants.get(node.name));
      return value.kind === 'unknown' ? { ...value, at } : { ...value, at, origin: value.origin ?? value.at };
    }
    default:
      return { kind: 'unknown', because: 'code', at };
  }
}

function negative(value: Value, operator: string, at: Span): Value {
  return operator === '-' && value.kind === 'scalar' && typeof value.value === 'number'
    ? { kind: 'scalar', value: -value.value, at }
    : { kind: 'unknown', because: 'code', at };
}

function objectValue(node: ObjectExpression, at: Span, inner: (node: Node) => Value): Value {
  const entries = new Map<string, MapEntry>();
  let open = false;
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      const spread = inner(property.argument);
      for (const entry of spread.kind === 'map' ? spread.entries : []) entries.set(entry.key, sharedBy(entry));
      open ||= spread.kind !== 'map' || spread.open;
      continue;
    }
    const key = 'key' in property && !('computed' in property && property.computed) ? nameOf(property.key) : undefined;
    if (key === undefined) {
      open = true;
      continue;
    }
    const keyAt = { path: at.path, start: property.key.start ?? 0, end: property.key.end ?? 0 };
    const whole = { path: at.path, start: property.start ?? 0, end: property.end ?? 0 };
    const value: Value =
      property.type === 'ObjectProperty' ? inner(property.value) : { kind: 'unknown', because: 'code', at: whole };
    entries.set(key, { key, keyAt, value });
  }
  return { kind: 'map', entries: [...entries.values()], open, at };
}

/** What several objects have in common is not written for one of them. */
function sharedBy({ value, ...entry }: MapEntry): MapEntry {
  return { ...entry, value: { ...value, origin: value.origin ?? value.at } };
}

function nameOf(key: Node): string | undefined {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'StringLiteral' ? key.value : undefined;
}

/** `output.storageQueue({ … })` is its options, with the kind beside them. */
function outputValue(callee: Expression | Node, options: Value, at: Span): Value {
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || options.kind !== 'map') {
    return { kind: 'unknown', because: 'code', at };
  }
  const { name } = callee.property;
  const type: MapEntry = { key: 'type', keyAt: at, value: { kind: 'scalar', value: name, at } };
  return { ...options, entries: [...options.entries, type] };
}
