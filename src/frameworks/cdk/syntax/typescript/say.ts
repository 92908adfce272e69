import type { Node } from '@babel/types';
import type { Expression } from '../../program/expression.js';
import { turnsOf } from '../../program/turns.js';
import { type Lowering, lower } from './lower-expression.js';
import type { Walk } from './walk.js';
import { walkFunction } from './walk-function.js';

export function loweringIn(walk: Walk): Lowering {
  const { path, text } = walk.source;
  return {
    path,
    text,
    scope: walk.scope,
    depth: walk.depth,
    base: walk.base,
    imports: walk.imports,
    inside: (fn, scope) => {
      if (fn.type !== 'ArrowFunctionExpression' && fn.type !== 'FunctionExpression') return;
      walkFunction({ ...walk, scope, certainty: 'many' }, fn.params, { body: fn.body, name: '' });
    },
    each: (fn, listed) => walkEach(walk, fn, listed),
  };
}

/** A function that is given a name is known by it. */
export function sayNamed(walk: Walk, node: Node | null | undefined, name: string): Expression {
  const isFunction = node?.type === 'ArrowFunctionExpression' || node?.type === 'FunctionExpression';
  if (!isFunction) return say(walk, node);
  walkFunction({ ...walk, certainty: 'many' }, node.params, { body: node.body, name });
  return lower({ ...loweringIn(walk), inside: () => undefined }, node);
}

export function say(walk: Walk, node: Node | null | undefined): Expression {
  const value = lower(loweringIn(walk), node);
  if (node) walk.steps.push({ value, certainty: walk.certainty, unit: walk.unit });
  return value;
}

/** Reads a function once for everything that a list has; false if the list is not known. */
function walkEach(walk: Walk, fn: Node, listed: Expression): boolean {
  if (fn.type !== 'ArrowFunctionExpression' && fn.type !== 'FunctionExpression') return false;
  const items = turnsOf(walk.turns, listed);
  for (const item of items ?? []) {
    const given = [item];
    walkFunction({ ...walk, certainty: 'many' }, fn.params, { body: fn.body, name: '', given });
  }
  return items !== undefined;
}
