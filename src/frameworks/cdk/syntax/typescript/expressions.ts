import type { Span } from '../../../../model/span.js';
import type { Scope } from '../../program/expression.js';
import { type Expression, type Imported, opaque, type Property, type Spread } from '../../program/expression.js';
import { deepest, spanOf } from '../source-span.js';
import { lowerCall } from './calls.js';
import type { Node, ObjectNode } from './nodes.js';

/** Where an expression stands, and what is to be done with functions inside it. */
export interface Lowering {
  readonly path: string;
  readonly text: string;
  readonly scope: Scope;
  readonly depth: number;
  /** What the class around extends. */
  readonly base: Expression | undefined;
  readonly imports: Imported[];
  /** Reads the body of a function that stands in an expression. */
  readonly inside: (fn: Node, scope: Scope) => void;
  /** Reads such a body for everything that a list has, if that is known. */
  readonly each: (fn: Node, listed: Expression) => boolean;
}

export function at({ path }: Lowering, node: { start?: number | null; end?: number | null }): Span {
  return spanOf(path, node.start ?? 0, node.end ?? 0);
}

/** An expression of TypeScript or JavaScript. What has no meaning without running it is opaque. */
export function lower(outer: Lowering, node: Node | null | undefined): Expression {
  if (node === null || node === undefined) return opaque(spanOf(outer.path, 0, 0), 'nothing');
  if (outer.depth > deepest) return opaque(at(outer, node), 'nested too deeply');
  const lowering = { ...outer, depth: outer.depth + 1 };
  return (
    lowerLiteral(lowering, node) ?? lowerWrapped(lowering, node) ?? lowerNamed(lowering, node) ?? rest(lowering, node)
  );
}

function lowerLiteral(lowering: Lowering, node: Node): Expression | undefined {
  const span = at(lowering, node);
  switch (node.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return { kind: 'literal', value: node.value, at: span };
    case 'NullLiteral':
      return { kind: 'literal', value: null, at: span };
    case 'UnaryExpression':
      return node.operator === '-' && node.argument.type === 'NumericLiteral'
        ? { kind: 'literal', value: -node.argument.value, at: span }
        : undefined;
    case 'TemplateLiteral':
      return {
        kind: 'text',
        at: span,
        parts: node.quasis.flatMap((quasi, index) => {
          const inner = node.expressions[index];
          const text = quasi.value.cooked ?? quasi.value.raw;
          return inner === undefined ? [text] : [text, lower(lowering, inner as Node)];
        }),
      };
    default:
      return undefined;
  }
}

/** What stands in another expression without changing what it says. */
function lowerWrapped(lowering: Lowering, node: Node): Expression | undefined {
  switch (node.type) {
    case 'TSNonNullExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'ParenthesizedExpression':
      return lower(lowering, node.expression);
    case 'AwaitExpression':
      return lower(lowering, node.argument);
    default:
      return undefined;
  }
}

function lowerNamed(lowering: Lowering, node: Node): Expression | undefined {
  const span = at(lowering, node);
  if (node.type === 'Identifier') {
    if (node.name === 'undefined') return { kind: 'literal', value: null, at: span };
    return { kind: 'name', name: node.name, scope: lowering.scope, at: span };
  }
  if (node.type === 'ThisExpression') return { kind: 'name', name: 'this', scope: lowering.scope, at: span };
  if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') return undefined;
  if (node.object.type === 'Super') return opaque(span, 'member of a base class');
  const of = lower(lowering, node.object);
  const { property } = node;
  if (!node.computed && property.type === 'Identifier') return { kind: 'member', of, name: property.name, at: span };
  if (property.type === 'StringLiteral') return { kind: 'member', of, name: property.value, at: span };
  return opaque(span, 'computed member');
}

function rest(lowering: Lowering, node: Node): Expression {
  const span = at(lowering, node);
  switch (node.type) {
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
      return lowerCall(lowering, node);
    case 'ArrayExpression':
      return {
        kind: 'list',
        at: span,
        open: node.elements.some((element) => element === null || element.type === 'SpreadElement'),
        items: node.elements.flatMap((element) =>
          element === null || element.type === 'SpreadElement' ? [] : [lower(lowering, element)],
        ),
      };
    case 'ObjectExpression':
      return lowerObject(lowering, node);
    case 'ConditionalExpression': {
      const test = lowering.text.slice(node.test.start ?? 0, node.test.end ?? 0).slice(0, 60);
      return {
        kind: 'alternative',
        test,
        yes: lower(lowering, node.consequent),
        no: lower(lowering, node.alternate),
        at: span,
      };
    }
    case 'BinaryExpression':
      return lowerSum(lowering, node);
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      lowering.inside(node, lowering.scope);
      return opaque(span, 'function');
    default:
      return opaque(span, 'computed');
  }
}

function lowerSum(lowering: Lowering, node: Extract<Node, { type: 'BinaryExpression' }>): Expression {
  const span = at(lowering, node);
  if (node.operator !== '+' || node.left.type === 'PrivateName') return opaque(span, 'computed');
  return { kind: 'text', at: span, parts: [lower(lowering, node.left), lower(lowering, node.right)] };
}

function lowerObject(lowering: Lowering, node: ObjectNode): Expression {
  let open = false;
  const entries: Property[] = [];
  const spreads: Spread[] = [];
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      const value = lower(lowering, property.argument);
      spreads.push({ before: entries.length, value, at: at(lowering, property) });
      continue;
    }
    const key = property.type === 'ObjectProperty' && !property.computed ? property.key : undefined;
    const name = key?.type === 'Identifier' ? key.name : key?.type === 'StringLiteral' ? key.value : undefined;
    if (property.type !== 'ObjectProperty' || key === undefined || name === undefined) open = true;
    else entries.push({ key: name, keyAt: at(lowering, key), value: lower(lowering, property.value as Node) });
  }
  const span = at(lowering, node);
  return { kind: 'properties', form: 'object', entries, open, ...(spreads.length > 0 && { spreads }), at: span };
}
