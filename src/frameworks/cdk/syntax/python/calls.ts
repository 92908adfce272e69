import type { SyntaxNode } from '../../../../notation/tree-sitter/syntax-tree.js';
import type { Call, Expression, Scope } from '../../program/expression.js';
import { become } from '../../program/scope.js';
import { lower } from './expressions.js';
import { at, type Lowering, partsOf } from './names.js';
import { inPlace } from './positions.js';
import { lowerKeywords } from './properties.js';

const keyword = /^(?:keyword_argument|dictionary_splat)$/;

/** Keyword arguments become one last argument of properties, as they are in TypeScript. */
export function lowerCall(lowering: Lowering, node: SyntaxNode): Expression {
  const [callee, list] = partsOf(node);
  const span = at(lowering, node);
  const given = list === undefined ? [] : partsOf(list);
  const named = given.filter(({ type }) => keyword.test(type));
  const args = given
    .filter(({ type }) => type !== 'list_splat' && !keyword.test(type))
    .map((part) => lower(lowering, part));
  const open = given.some(({ type }) => type === 'list_splat');
  const target = lower(lowering, callee);
  const name = target.kind === 'member' || target.kind === 'name' ? target.name : '';
  if (name === 'dict' && target.kind === 'name' && given.length === named.length)
    return { ...lowerKeywords(lowering, named, span), at: span };
  const call: Call = {
    kind: 'call',
    callee: target,
    args: named.length === 0 ? args : inPlace(name, args, lowerKeywords(lowering, named, span)),
    creates: /^[A-Z]/.test(name),
    argsEnd: span.end - 1,
    open,
    at: span,
  };
  return isSuper(target) && lowering.base !== undefined ? madeOfBase(lowering.scope, call, lowering.base) : call;
}

/** `super().__init__`. */
function isSuper(target: Expression): boolean {
  if (target.kind !== 'member' || target.name !== '__init__' || target.of.kind !== 'call') return false;
  const { callee } = target.of;
  return callee.kind === 'name' && callee.name === 'super';
}

/** A class makes itself what it extends. */
function madeOfBase(scope: Scope, call: Call, base: Expression): Call {
  const own: Call = { ...call, callee: base, creates: true, ofBase: true };
  become(scope, own);
  return own;
}
