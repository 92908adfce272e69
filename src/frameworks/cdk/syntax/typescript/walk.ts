import type { Source } from '../../../reading/source.js';
import type { Certainty, DeclaredClass, Expression, Imported, Step } from '../../expression.js';
import type { Scope } from '../../scope.js';
import { type Lowering, lower } from './expressions.js';
import { walkFunction } from './functions.js';
import type { Node } from './nodes.js';

export interface Walk {
  readonly source: Source;
  readonly scope: Scope;
  readonly certainty: Certainty;
  readonly unit: string;
  readonly depth: number;
  readonly steps: Step[];
  readonly classes: DeclaredClass[];
  readonly imports: Imported[];
}

export function loweringIn(walk: Walk): Lowering {
  const { path, text } = walk.source;
  return {
    path,
    text,
    scope: walk.scope,
    depth: walk.depth,
    inside: (fn, scope) => {
      if (fn.type !== 'ArrowFunctionExpression' && fn.type !== 'FunctionExpression') return;
      walkFunction({ ...walk, scope, certainty: 'many' }, fn.params, fn.body);
    },
  };
}

export function say(walk: Walk, node: Node | null | undefined): Expression {
  const value = lower(loweringIn(walk), node);
  if (node) walk.steps.push({ value, certainty: walk.certainty, unit: walk.unit });
  return value;
}
