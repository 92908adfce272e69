import type * as python from '../../../../languages/python/syntax/expression.js';
import type { Call, Expression, Scope } from '../../program/expression.js';
import { become } from '../../program/scope.js';
import { inPlace } from './positions.js';
import { type Given, keywordsOf } from './properties.js';
import type { Lowering } from './walk.js';

/** Keyword arguments become one last argument of properties, as they are in TypeScript. */
export function callOf(
  { base, scope }: Lowering,
  { at }: python.Call,
  target: Expression,
  given: readonly Given[],
): Expression {
  const named = given.filter(({ argument: { kind } }) => kind === 'keyword' || kind === 'keywords');
  const args = given.flatMap(({ argument, value }) => (argument.kind === 'positional' ? [value] : []));
  const open = given.some(({ argument }) => argument.kind === 'spread');
  const name = target.kind === 'member' || target.kind === 'name' ? target.name : '';
  if (name === 'dict' && target.kind === 'name' && given.length === named.length) {
    return { ...keywordsOf(named, at), at };
  }
  const call: Call = {
    kind: 'call',
    callee: target,
    args: named.length === 0 ? args : inPlace(name, args, keywordsOf(named, at)),
    creates: /^[A-Z]/.test(name),
    argsEnd: at.end - 1,
    open,
    at,
  };
  return isSuper(target) && base !== undefined ? madeOfBase(scope, call, base) : call;
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
