import type { Expression } from './expression.js';
import { resolve } from './scope.js';

/** Turns of loops that are read one by one, in one file and in one loop, at most. */
const mostTurns = 20;
const mostOfAll = 200;

/** How many turns of loops were read one by one so far. */
export interface Turns {
  taken: number;
}

/** What a loop goes through, if it stands in the file and there is not too much of it. */
export function turnsOf(turns: Turns, listed: Expression): readonly Expression[] | undefined {
  const list = resolve(listed);
  if (list.kind !== 'list' || list.open || list.items.length === 0 || list.items.length > mostTurns) return undefined;
  if (turns.taken + list.items.length > mostOfAll) return undefined;
  turns.taken += list.items.length;
  return list.items;
}
