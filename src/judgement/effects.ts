import { accessChanges } from '../facts/access/access-changes.js';
import type { AccessChange } from '../facts/access/change.js';
import { type CostChange, costChanges } from '../facts/cost/cost-changes.js';
import { type ExposureChange, exposureChanges } from '../facts/exposure/exposure-changes.js';
import { type AccessPath, newPaths } from '../facts/paths/access-path.js';
import type { Stack } from '../facts/stack.js';
import type { Model } from '../model/model.js';
import { type Cut, type Cutting, cheapestCut } from './cheapest-cut.js';
import { type Examined, isUnread } from './examine.js';

/** What a change of one stack means for who can do what, whatever policies say of it. Plain data. */
export interface Effects {
  /** The file that starts the stack. */
  readonly stack: string;
  readonly access: readonly AccessChange[];
  readonly exposure: readonly ExposureChange[];
  readonly cost: readonly CostChange[];
  /** From callers outside to what functions can do, where the change added a step. */
  readonly paths: readonly AccessPath[];
  /** The fewest edits that close the most paths that are open now. */
  readonly cut?: Cut;
}

/** One stack before, under the names that it has now, and after. */
interface EffectSides {
  readonly base: Stack | undefined;
  readonly head: Stack;
  readonly stack: string;
  /** Former ids by present ones, things of other stacks included. */
  readonly names: ReadonlyMap<string, string>;
}

function effectsOf({ base, head, stack, names }: EffectSides): Effects {
  // What stood in another stack was there before, but not here to compare with.
  const there = new Set(base === undefined ? [] : idsOf(base));
  const moved = new Set([...names.keys()].filter((id) => !there.has(id)));
  const isMoved = (ids: readonly string[]) => ids.length > 0 && ids.every((id) => moved.has(id));
  const access = accessChanges(base, head).filter(({ who }) => !isMoved(who));
  return {
    stack,
    access,
    exposure: exposureChanges(base, head).filter(({ functions }) => !isMoved(functions)),
    cost: costChanges(base, head).filter((change) => !isMoved([change.function])),
    paths: newPaths(base, head, access).filter((path) => !isMoved([path.function])),
  };
}

/** Both sides as they were judged. */
interface JudgedSides {
  readonly before: Examined | undefined;
  readonly after: Examined;
  /** The base's facts under the head's names. */
  readonly former: Stack | undefined;
  readonly names: ReadonlyMap<string, string>;
}

/**
 * What a change means for who can do what. Nothing can be said of it where base could not be read; where head could not, nothing
 * can be said of what is no longer there.
 */
export function effectsBetween({ before, after, former, names }: JudgedSides, cutting: Cutting): Effects | undefined {
  if (isUnread(before)) return undefined;
  const effects = effectsOf({ base: former, head: after.facts, stack: after.read.entry, names });
  if (isUnread(after)) return onlyMore(effects);
  const cut = effects.paths.length === 0 ? undefined : cheapestCut(cutting);
  return cut === undefined ? effects : { ...effects, cut };
}

/** What came, as far as it was read. What it costs may be limited in the part that was not. */
function onlyMore(effects: Effects): Effects {
  const came = <C extends { readonly direction: string; readonly sentence: string }>(changes: readonly C[]) =>
    changes.flatMap((change) => (change.direction === 'no longer' ? [] : [{ ...change, sentence: partly(change) }]));
  return { ...effects, access: came(effects.access), exposure: came(effects.exposure), cost: [] };
}

function partly({ sentence }: { readonly sentence: string }): string {
  return / could not be read\.$/.test(sentence)
    ? sentence
    : sentence.replace(/\.$/, '; part of the stack could not be read.');
}

function idsOf({ functions, roles, stores }: Model): readonly string[] {
  return [...functions, ...roles, ...stores].map(({ id }) => id);
}

/** True if there is nothing to tell. */
export function isWithoutEffect({ access, exposure, cost }: Effects): boolean {
  return access.length === 0 && exposure.length === 0 && cost.length === 0;
}
