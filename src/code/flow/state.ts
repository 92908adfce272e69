import type { Variable } from '../form.js';
import { join } from './joining.js';
import { keysAround } from './taints.js';
import { type Cleared, nothing, type Taint, type Value } from './value.js';

/** What names hold at one place of the program; a branch writes into its own and is merged into the one around. */
export interface State {
  readonly around: State | undefined;
  readonly values: Map<Variable, Value>;
  /** Texts that a check has found fine, by their keys. */
  readonly cleared: Map<string, Cleared>;
}

export function newState(around?: State): State {
  return { around, values: new Map(), cleared: new Map() };
}

export function held(state: State, variable: Variable): Value | undefined {
  for (let at: State | undefined = state; at !== undefined; at = at.around) {
    const value = at.values.get(variable);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** How far a taint is cleared by checks that dominate a place. */
export function clearedIn(state: State, taint: Taint): Cleared | undefined {
  let found: Cleared | undefined;
  for (let at: State | undefined = state; at !== undefined; at = at.around) {
    if (at.cleared.size === 0) continue;
    for (const key of keysAround(taint)) {
      const cleared = at.cleared.get(key);
      if (cleared === 'all') return cleared;
      found ??= cleared;
    }
  }
  return found;
}

/** Everything that was written since a state, as one. */
function flattened(state: State, base: State): State {
  if (state.around === base || state === base) return state;
  const chain: State[] = [];
  for (let at: State | undefined = state; at !== undefined && at !== base; at = at.around) chain.push(at);
  const flat = newState(base);
  for (const { values, cleared } of chain.reverse()) {
    for (const [variable, value] of values) flat.values.set(variable, value);
    for (const [key, how] of cleared) flat.cleared.set(key, how);
  }
  return flat;
}

/** Goes on after one of several ways was taken: values are one of those, and only what every way cleared is cleared. */
export function merge(base: State, ways: readonly State[]): void {
  const flat = ways.map((way) => flattened(way, base));
  const [only] = flat;
  if (flat.length === 1 && only !== undefined) {
    take(base, only);
    return;
  }
  for (const variable of new Set(flat.flatMap(({ values }) => [...values.keys()]))) {
    const before = held(base, variable);
    const given = flat.map(({ values }) => values.get(variable) ?? before ?? nothing);
    base.values.set(variable, given.reduce(join));
  }
  for (const [key, how] of only?.cleared ?? [])
    if (flat.every(({ cleared }) => cleared.has(key))) base.cleared.set(key, how);
}

function take(base: State, way: State): void {
  if (way === base) return;
  for (const [variable, value] of way.values) base.values.set(variable, value);
  for (const [key, how] of way.cleared) base.cleared.set(key, how);
}
