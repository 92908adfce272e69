import type { Node } from '@babel/types';
import { callOf, isCall, requiredModule } from '../../languages/javascript/call-nodes.js';
import { joinedParts, literalOf, partsOf } from '../../languages/javascript/literals.js';
import { memberOf } from '../../languages/javascript/members.js';
import { bare, childrenOf, isExpression, isFunction } from '../../languages/javascript/nodes.js';
import type { Argument, Entry, Expression } from '../form.js';
import { classForm, functionForm } from './functions.js';
import { type Lowering, nameExpression, spanOf } from './lowering.js';
import { operationOf } from './operations.js';

/** What an expression says. `name`: what it is being given, for functions without a name of their own. */
export function expressionOf(lowering: Lowering, written: Node, name = ''): Expression {
  const node = bare(written);
  const at = spanOf(lowering, node);
  const literal = literalOf(node);
  if (literal !== undefined) return { kind: 'constant', value: literal.value, at };
  const module = requiredModule(node);
  if (module !== undefined) return { kind: 'imported', module, name: '*', at };
  const parts = joinedParts(node);
  if (parts !== undefined) return { kind: 'text', parts: parts.map((part) => partOf(lowering, part, node)), at };
  if (isFunction(node)) return { kind: 'function', function: functionForm(lowering, node, { name }), at };
  if (isCall(node)) return callExpression(lowering, node);
  switch (node.type) {
    case 'Identifier':
      return nameExpression(lowering, node);
    case 'ThisExpression':
      return lowering.self ? { kind: 'variable', variable: lowering.self, at } : { kind: 'unknown', inside: [], at };
    case 'RegExpLiteral':
      return { kind: 'pattern', source: node.pattern, at };
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return memberExpression(lowering, node);
    case 'ObjectExpression':
      return { kind: 'object', entries: partsOf(node).map((part) => entryOf(lowering, part)), at };
    case 'ArrayExpression':
      return { kind: 'list', items: node.elements.flatMap((item) => (item ? [argumentOf(lowering, item)] : [])), at };
    case 'ClassExpression':
      return { kind: 'class', class: classForm(lowering, node), at };
    case 'AwaitExpression':
      return expressionOf(lowering, node.argument);
    case 'YieldExpression':
      return node.argument ? yielded(lowering, node.argument, at) : { kind: 'unknown', inside: [], at };
    case 'TaggedTemplateExpression':
      return taggedExpression(lowering, node);
    default:
      return operationOf(lowering, node) ?? unknownExpression(lowering, node);
  }
}

/** A generator gives it to whoever goes through it. */
function yielded(lowering: Lowering, node: Node, at: Expression['at']): Expression {
  const value = { value: expressionOf(lowering, node), spread: false };
  return { kind: 'call', callee: { kind: 'global', name: 'yield', at }, arguments: [value], creates: false, at };
}

function unknownExpression(lowering: Lowering, node: Node): Expression {
  const inside = childrenOf(node).filter(isExpression);
  return { kind: 'unknown', inside: inside.map((inner) => expressionOf(lowering, inner)), at: spanOf(lowering, node) };
}

function partOf(lowering: Lowering, part: string | Node, whole: Node): Expression {
  return typeof part === 'string'
    ? { kind: 'constant', value: part, at: spanOf(lowering, whole) }
    : expressionOf(lowering, part);
}

function argumentOf(lowering: Lowering, node: Node): Argument {
  return node.type === 'SpreadElement'
    ? { value: expressionOf(lowering, node.argument), spread: true }
    : { value: expressionOf(lowering, node), spread: false };
}

function callExpression(lowering: Lowering, node: Extract<Node, { arguments: unknown; callee: unknown }>): Expression {
  const at = spanOf(lowering, node);
  const { creates } = callOf(node);
  if (node.callee.type === 'Import') return importCall(lowering, node);
  const callee = expressionOf(lowering, node.callee);
  return { kind: 'call', callee, arguments: node.arguments.map((one) => argumentOf(lowering, one)), creates, at };
}

/** `import('module')`; of another text it is a call that runs what the text names. */
function importCall(lowering: Lowering, node: Extract<Node, { arguments: unknown; callee: unknown }>): Expression {
  const at = spanOf(lowering, node);
  const [wanted] = node.arguments;
  if (wanted?.type === 'StringLiteral') return { kind: 'imported', module: wanted.value, name: '*', at };
  const callee: Expression = { kind: 'global', name: 'import', at: spanOf(lowering, node.callee) };
  return {
    kind: 'call',
    callee,
    arguments: node.arguments.map((one) => argumentOf(lowering, one)),
    creates: false,
    at,
  };
}

function memberExpression(
  lowering: Lowering,
  node: Extract<Node, { type: 'MemberExpression' | 'OptionalMemberExpression' }>,
): Expression {
  const at = spanOf(lowering, node);
  const object = expressionOf(lowering, node.object);
  const name = memberOf(node)?.name;
  if (name !== undefined) return { kind: 'member', object, name, at };
  return { kind: 'index', object, key: expressionOf(lowering, node.property), at };
}

function entryOf(lowering: Lowering, part: ReturnType<typeof partsOf>[number]): Entry {
  if (part.kind === 'spread') return { key: undefined, value: expressionOf(lowering, part.value), spread: true };
  if (part.kind === 'entry')
    return { key: part.key, value: expressionOf(lowering, part.value, part.key), spread: false };
  const computedKey = expressionOf(lowering, part.keyNode);
  return { key: undefined, computedKey, value: expressionOf(lowering, part.value), spread: false };
}

/** A tag is called with the fixed texts first and then what stands between them. */
function taggedExpression(lowering: Lowering, node: Extract<Node, { type: 'TaggedTemplateExpression' }>): Expression {
  const at = spanOf(lowering, node);
  const texts: Expression = {
    kind: 'list',
    items: node.quasi.quasis.map(({ value }) => ({
      value: { kind: 'constant', value: value.cooked ?? value.raw, at },
      spread: false,
    })),
    at,
  };
  const tag = expressionOf(lowering, node.tag);
  const callee: Expression = { kind: 'member', object: tag, name: '`', at: tag.at };
  const inner = node.quasi.expressions.map((one) => argumentOf(lowering, one));
  return { kind: 'call', callee, arguments: [{ value: texts, spread: false }, ...inner], creates: false, at };
}
