import { innerScope } from '../../program/scope.js';
import { turnsOf } from '../../program/turns.js';
import { bindPattern } from './bindings.js';
import { lower } from './expressions.js';
import type { Statement } from './nodes.js';
import { loweringIn, type Walk } from './walk.js';

type ForOf = Extract<Statement, { type: 'ForOfStatement' }>;

/** Reads each turn of a loop by itself where what it goes through is known, otherwise one that stands for all. */
export function walkForOf(walk: Walk, { left, right }: ForOf, read: (turn: Walk) => void): void {
  const [declared] = left.type === 'VariableDeclaration' ? left.declarations : [];
  const items = declared && turnsOf(walk.turns, lower(loweringIn(walk), right));
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
