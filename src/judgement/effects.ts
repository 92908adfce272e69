import { accessChanges } from '../facts/access/access-changes.js';
import type { AccessChange } from '../facts/access/change.js';
import { type CostChange, costChanges } from '../facts/cost/cost-changes.js';
import { type ExposureChange, exposureChanges } from '../facts/exposure/exposure-changes.js';
import type { Model } from '../model/model.js';

/** What a change of one stack means for who can do what, whatever policies say of it. Plain data. */
export interface Effects {
  /** The file that starts the stack. */
  readonly stack: string;
  readonly access: readonly AccessChange[];
  readonly exposure: readonly ExposureChange[];
  readonly cost: readonly CostChange[];
}

/** One stack before, under the names that it has now, and after. */
export interface EffectSides {
  readonly base: Model | undefined;
  readonly head: Model;
  readonly stack: string;
  /** Former ids by present ones, things of other stacks included. */
  readonly names: ReadonlyMap<string, string>;
}

export function effectsOf({ base, head, stack, names }: EffectSides): Effects {
  // What stood in another stack was there before, but not here to compare with.
  const there = new Set(base === undefined ? [] : idsOf(base));
  const moved = new Set([...names.keys()].filter((id) => !there.has(id)));
  const isMoved = (ids: readonly string[]) => ids.length > 0 && ids.every((id) => moved.has(id));
  return {
    stack,
    access: accessChanges(base, head).filter(({ who }) => !isMoved(who)),
    exposure: exposureChanges(base, head).filter(({ functions }) => !isMoved(functions)),
    cost: costChanges(base, head).filter((change) => !isMoved([change.function])),
  };
}

function idsOf({ functions, roles, stores }: Model): readonly string[] {
  return [...functions, ...roles, ...stores].map(({ id }) => id);
}

/** True if there is nothing to tell. */
export function isWithoutEffect({ access, exposure, cost }: Effects): boolean {
  return access.length === 0 && exposure.length === 0 && cost.length === 0;
}
