import { type Call, type Expression, type Imported, opaque } from '../../program/expression.js';
import { become } from '../../program/scope.js';
import { at, type Lowering, lower } from './expressions.js';
import type { Argument, Node } from './nodes.js';

type CallNode = Extract<Node, { type: 'CallExpression' | 'OptionalCallExpression' | 'NewExpression' }>;

/** A call, or the making of an object. `require` is an import. */
export function lowerCall(lowering: Lowering, node: CallNode): Expression {
  const span = at(lowering, node);
  if (node.callee.type === 'Import') return opaque(span, 'import');
  if (node.callee.type === 'Super') return lowerSuper(lowering, node);
  const required = requiredBy(node);
  if (required !== undefined) {
    const imported: Imported = { kind: 'imported', module: required, name: '*', at: span };
    lowering.imports.push(imported);
    return imported;
  }
  const [first] = node.arguments;
  if (isInterop(node) && first) return argumentOf(lowering, first)[0] ?? opaque(span, 'import');
  const callee = lower(lowering, node.callee as Node);
  if (callee.kind === 'member' && /^(?:forEach|map)$/.test(callee.name) && first?.type.endsWith('FunctionExpression')) {
    const isRead = lowering.each(first as Node, callee.of);
    if (isRead) return opaque(span, 'made for each');
  }
  return madeBy(lowering, node, callee);
}

function madeBy(lowering: Lowering, node: CallNode, callee: Expression): Call {
  return {
    kind: 'call',
    callee,
    args: node.arguments.flatMap((argument) => argumentOf(lowering, argument)),
    creates: node.type === 'NewExpression',
    argsEnd: (node.end ?? 1) - 1,
    open: node.arguments.some((argument) => argument.type === 'SpreadElement'),
    at: at(lowering, node),
  };
}

/** A class makes itself what it extends. */
function lowerSuper(lowering: Lowering, node: CallNode): Expression {
  const { base, scope } = lowering;
  if (base === undefined) return opaque(at(lowering, node), 'call of a base class');
  const call: Call = { ...madeBy(lowering, node, base), creates: true, ofBase: true };
  become(scope, call);
  return call;
}

/** What a compiler puts around `require`. */
function isInterop({ callee }: CallNode): boolean {
  return callee.type === 'Identifier' && /^__import(?:Star|Default)$/.test(callee.name);
}

function requiredBy(node: CallNode): string | undefined {
  const [first] = node.arguments;
  const isRequire = node.callee.type === 'Identifier' && node.callee.name === 'require';
  return isRequire && first?.type === 'StringLiteral' ? first.value : undefined;
}

function argumentOf(lowering: Lowering, argument: Argument): readonly Expression[] {
  if (argument.type === 'SpreadElement' || argument.type === 'ArgumentPlaceholder') return [];
  return [lower(lowering, argument)];
}
