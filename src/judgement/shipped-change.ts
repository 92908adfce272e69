import { manifestsFor, touchedManifests } from '../dependencies/touched.js';
import { deriveFacts } from '../facts/stack.js';
import type { ShippingFunction } from '../policies/components/shipping.js';
import { renamesIn } from '../pull-request/patches.js';
import type { PullRequest } from '../pull-request/pull-request.js';
import { changedPaths, type SideOfChange } from '../stacks/sides.js';
import { type ShippedChange, shippingFunctions } from './components.js';

interface Sides {
  readonly base: SideOfChange;
  readonly head: SideOfChange;
}

/** The manifests and lockfiles of a change, with the stacks near them. */
export function shippedIn(pull: PullRequest, { base, head }: Sides): ShippedChange {
  const functions = functionsOf(head);
  const baseFunctions = functionsOf(base);
  const had = new Set(baseFunctions.map(({ id }) => id));
  const fresh = functions.flatMap(({ id, codeRoot }) => (had.has(id) || codeRoot === undefined ? [] : [codeRoot]));
  // A function that is new ships what manifests say that the change did not touch.
  const decided = (files: SideOfChange['files']) => manifestsFor(fresh, files);
  const sideOf = (side: 'base' | 'head', { files }: SideOfChange) => ({
    files,
    fetch: (paths: readonly string[]) => pull.read(side, paths),
    paths: [...new Set([...touchedManifests(changedPaths(pull.changedFiles, side), files), ...decided(files)])],
  });
  return {
    base: sideOf('base', base),
    head: sideOf('head', head),
    renames: renamesIn(pull),
    changed: new Set(pathsNamedBy(pull)),
    functions,
    baseFunctions,
  };
}

function functionsOf({ stacks }: SideOfChange): readonly ShippingFunction[] {
  return stacks.flatMap(({ model }) => shippingFunctions(deriveFacts(model)));
}

/** Every path that the change names, on either side. */
export function pathsNamedBy({ changedFiles }: PullRequest): readonly string[] {
  return [...new Set(changedFiles.flatMap(({ path, previousPath }) => [path, previousPath ?? path]))];
}
