import type { State } from './state.js';
import { allTaints, taintKey } from './taints.js';
import type { Cleared, Implied, Taint, Value } from './value.js';

type Clearings = ReadonlyMap<string, Cleared>;

const none: Clearings = new Map();
export const impliesNothing: Implied = { whenTrue: none, whenFalse: none };

export function impliedBy({ implies }: Value): Implied {
  return implies ?? impliesNothing;
}

export function applyClearings(state: State, clearings: Clearings): void {
  for (const [key, how] of clearings) state.cleared.set(key, how);
}

/** The outcome of a test that finds the texts of a value fine when it holds. */
export function testOf(value: Value, how: Cleared = 'all'): Value {
  const found = new Map(allTaints(value).map((taint) => [taintKey(ofAddress(taint)), how] as const));
  return { taints: [], implies: { whenTrue: found, whenFalse: none } };
}

/** Who checks the host of an address checks the address. */
function ofAddress(taint: Taint): Pick<Taint, 'origin' | 'path'> {
  const { origin, path } = taint;
  const isHost = /^(?:host|hostname|origin)$/.test(path.at(-1) ?? '');
  return isHost && path.length > 1 && path.at(-2) !== 'headers' ? { origin, path: path.slice(0, -1) } : taint;
}

export function negated(value: Value): Value {
  const { whenTrue, whenFalse } = impliedBy(value);
  return { taints: [], implies: { whenTrue: whenFalse, whenFalse: whenTrue } };
}

/** All of several tests hold, or none of them does not. */
export function both(first: Implied, second: Implied): Implied {
  return {
    whenTrue: new Map([...first.whenTrue, ...second.whenTrue]),
    whenFalse: shared(first.whenFalse, second.whenFalse),
  };
}

export function oneOf(first: Implied, second: Implied): Implied {
  const { whenTrue, whenFalse } = both(turned(first), turned(second));
  return { whenTrue: whenFalse, whenFalse: whenTrue };
}

function turned({ whenTrue, whenFalse }: Implied): Implied {
  return { whenTrue: whenFalse, whenFalse: whenTrue };
}

/** What two ways have both cleared. */
export function shared(first: Clearings, second: Clearings): Clearings {
  return new Map([...first].filter(([key]) => second.has(key)));
}

/**
 * A regular expression that leaves nothing dangerous: anchored at both ends, without `.` that may be anything and without
 * classes that hold quotes, slashes with dots, or white space at will.
 */
export function isNarrow(pattern: string): boolean {
  if (!/^\^/.test(pattern) || !/\$$/.test(pattern)) return false;
  const bare = pattern.replaceAll(/\\\./g, '').replaceAll(/\[[^\]]{0,500}\]/g, '');
  const classes = pattern.match(/\[[^\]]{0,500}\]/g) ?? [];
  const isWide = (one: string) =>
    /^\[\^/.test(one) || /['"`;|&$<>]|\\[sSWD]/.test(one) || (one.includes('.') && one.includes('/'));
  return !/(?:^|[^\\])\.|\\[SWDs]/.test(bare) && !classes.some(isWide);
}
