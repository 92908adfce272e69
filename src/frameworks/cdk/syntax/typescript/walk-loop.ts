import type { ForOfStatement } from '@babel/types';
import type { Expression } from '../../program/expression.js';
import { innerScope } from '../../program/scope.js';
import { turnsOf } from '../../program/turns.js';
import { bindPattern } from './bind-patterns.js';
import type { Walk } from './walk.js';

/** Reads each turn of a loop by itself where what it goes through is known, otherwise one that stands for all. */
export function walkForOf(
  walk: Walk,
  { left }: ForOfStatement,
  listed: () => Expression,
  read: (turn: Walk) => void,
): void {
  const [declared] = left.type === 'VariableDeclaration' ? left.declarations : [];
  const items = declared && turnsOf(walk.turns, listed());
  if (declared === undefined || items === undefined) {
    read(walk);
    return;
  }
  for (const item of items) {
    const turn = { ...walk, scope: innerScope(walk.scope) };
    bindPattern(turn, declared.id, item, true);
    read(turn);
  }
}
