import { shapeDangers } from '../tables/danger.js';
import type { Frame } from './machine.js';
import { clearedIn, type State } from './state.js';
import { mapTaints } from './taints.js';
import type { Taint, Value } from './value.js';

/** A value without the texts that checks before this place have found fine: it may leave the branch that checked it. */
export function settled({ state, run }: Frame, value: Value): Value {
  return hasCleared(state, run.base) ? mapTaints(value, (taint) => settledTaint(state, taint)) : value;
}

function hasCleared(state: State, base: State): boolean {
  for (let at: State | undefined = state; at !== undefined; at = at.around) {
    if (at.cleared.size > 0) return true;
    if (at === base) return false;
  }
  return false;
}

/** A taint as it is at one place; undefined when it was found fine. */
export function settledTaint(state: State, taint: Taint): Taint | undefined {
  const cleared = clearedIn(state, taint);
  if (cleared === 'all') return undefined;
  return cleared === 'shape' ? { ...taint, harmless: [...new Set([...taint.harmless, ...shapeDangers])] } : taint;
}
