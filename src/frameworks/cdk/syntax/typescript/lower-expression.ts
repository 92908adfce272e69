import type { Node, ObjectExpression } from '@babel/types';
import { isCall } from '../../../../languages/javascript/call-nodes.js';
import { joinedParts, literalOf, partsOf } from '../../../../languages/javascript/literals.js';
import { memberOf } from '../../../../languages/javascript/members.js';
import { bare, spanIn } from '../../../../languages/javascript/nodes.js';
import type { Span } from '../../../../model/span.js';
import {
  type Expression,
  type Imported,
  oneOfTwo,
  opaque,
  type Property,
  type Scope,
  type Spread,
} from '../../program/expression.js';
import { deepest } from '../nesting.js';
import { lowerCall } from './lower-call.js';

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

export function at({ path }: Pick<Lowering, 'path'>, node: Pick<Node, 'start' | 'end'>): Span {
  return spanIn(path, node);
}

/** An expression of TypeScript or JavaScript. What has no meaning without running it is opaque. */
export function lower(outer: Lowering, written: Node | null | undefined): Expression {
  if (written === null || written === undefined) return opaque({ path: outer.path, start: 0, end: 0 }, 'nothing');
  if (outer.depth > deepest) return opaque(at(outer, written), 'nested too deeply');
  const lowering = { ...outer, depth: outer.depth + 1 };
  const node = bare(written);
  return lowerText(lowering, node) ?? lowerNamed(lowering, node) ?? rest(lowering, node);
}

/** Literals, and texts that are put together. */
function lowerText(lowering: Lowering, node: Node): Expression | undefined {
  const span = at(lowering, node);
  const literal = literalOf(node);
  if (literal !== undefined) return { kind: 'literal', value: literal.value, at: span };
  const parts = joinedParts(node);
  if (parts === undefined) return undefined;
  return {
    kind: 'text',
    at: span,
    parts: parts.map((part) => (typeof part === 'string' ? part : lower(lowering, part))),
  };
}

function lowerNamed(lowering: Lowering, node: Node): Expression | undefined {
  const span = at(lowering, node);
  if (node.type === 'Identifier') return { kind: 'name', name: node.name, scope: lowering.scope, at: span };
  if (node.type === 'ThisExpression') return { kind: 'name', name: 'this', scope: lowering.scope, at: span };
  if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') return undefined;
  if (node.object.type === 'Super') return opaque(span, 'member of a base class');
  const of = lower(lowering, node.object);
  const name = memberOf(node)?.name;
  return name === undefined ? opaque(span, 'computed member') : { kind: 'member', of, name, at: span };
}

function rest(lowering: Lowering, node: Node): Expression {
  const span = at(lowering, node);
  if (isCall(node)) return lowerCall(lowering, node);
  switch (node.type) {
    case 'AwaitExpression':
      return lower(lowering, node.argument);
    case 'ArrayExpression': {
      const open = node.elements.some((element) => element === null || element.type === 'SpreadElement');
      const items = node.elements.filter((element) => element !== null && element.type !== 'SpreadElement');
      return { kind: 'list', at: span, open, items: items.map((element) => lower(lowering, element)) };
    }
    case 'ObjectExpression':
      return lowerObject(lowering, node);
    case 'ConditionalExpression': {
      const test = lowering.text.slice(node.test.start ?? 0, node.test.end ?? 0).slice(0, 60);
      const [yes, no] = [lower(lowering, node.consequent), lower(lowering, node.alternate)];
      return oneOfTwo(test, { yes, no, at: span });
    }
    case 'LogicalExpression':
      if (node.operator === '&&') return opaque(span, 'computed');
      return {
        kind: 'fallback',
        given: lower(lowering, node.left),
        otherwise: lower(lowering, node.right),
        at: span,
      };
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      lowering.inside(node, lowering.scope);
      return opaque(span, 'function');
    default:
      return opaque(span, 'computed');
  }
}

function lowerObject(lowering: Lowering, node: ObjectExpression): Expression {
  let open = false;
  const entries: Property[] = [];
  const spreads: Spread[] = [];
  for (const part of partsOf(node)) {
    if (part.kind === 'spread') {
      spreads.push({ before: entries.length, value: lower(lowering, part.value), at: at(lowering, part.node) });
    } else if (part.kind === 'computed' || part.value.type === 'ObjectMethod') open = true;
    else entries.push({ key: part.key, keyAt: at(lowering, part.keyNode), value: lower(lowering, part.value) });
  }
  const span = at(lowering, node);
  return { kind: 'properties', form: 'object', entries, open, ...(spreads.length > 0 && { spreads }), at: span };
}
