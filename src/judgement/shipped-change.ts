import { manifestsFor, touchedManifests, touchedSources } from '../dependencies/touched.js';
import { deriveFacts } from '../facts/stack.js';
import type { ShippingFunction } from '../policies/components/shipping.js';
import type { SideOfChange } from '../stacks/sides.js';
import { type ShippedChange, shippingFunctions } from './components.js';

type Side = 'base' | 'head';

/** A change as far as what is shipped asks about it. */
export interface ChangedPaths {
  /** The paths that it names on one side. */
  readonly changed: (side: Side) => readonly string[];
  /** Those of either side. */
  readonly named: readonly string[];
  /** Former paths by new ones. */
  readonly renames: ReadonlyMap<string, string>;
  readonly read: (side: Side, paths: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

interface Sides {
  readonly base: SideOfChange;
  readonly head: SideOfChange;
}

/** The manifests and lockfiles of a change, with the stacks near them. */
export function shippedIn(change: ChangedPaths, { base, head }: Sides): ShippedChange {
  const functions = functionsOf(head);
  const baseFunctions = functionsOf(base);
  const had = new Set(baseFunctions.map(({ id }) => id));
  const fresh = functions.flatMap(({ id, codeRoot }) => (had.has(id) || codeRoot === undefined ? [] : [codeRoot]));
  // A function that is new ships what manifests say that the change did not touch.
  const decided = (files: SideOfChange['files']) => manifestsFor(fresh, files);
  const roots = [...functions, ...baseFunctions].flatMap(({ codeRoot }) => codeRoot ?? []);
  const sideOf = (side: Side, { files }: SideOfChange) => ({
    files,
    fetch: (paths: readonly string[]) => change.read(side, paths),
    paths: () => [
      ...new Set([
        ...touchedManifests(change.changed(side), files),
        ...touchedSources(change.changed(side), roots, files),
        ...decided(files),
      ]),
    ],
  });
  return {
    base: sideOf('base', base),
    head: sideOf('head', head),
    renames: change.renames,
    changed: new Set(change.named),
    functions,
    baseFunctions,
  };
}

function functionsOf({ stacks }: SideOfChange): readonly ShippingFunction[] {
  return stacks.flatMap(({ model }) => shippingFunctions(deriveFacts(model)));
}
