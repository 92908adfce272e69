import { describeRoute } from '../../../facts/exposure/routes.js';
import type { Stack } from '../../../facts/stack.js';
import { addressesOf, collectAddresses } from '../../../facts/surfaces/addresses.js';
import { bestDescription, describeAt } from '../../../facts/surfaces/described.js';
import { type Surface, type SurfaceOperation, surfacesOf } from '../../../facts/surfaces/surface.js';
import { type Problem, type ProposedFix, proposeFix } from '../../definition.js';

/** Operations that the change takes out of a document, or past their sunset, while the gateway keeps them. */
export function* stillDeployed(base: Stack, head: Stack, date: string): Generator<Problem> {
  if (base.framework !== 'openapi' || head.framework !== 'openapi') return;
  // What could not be read of a document may still be in it.
  if (head.open) return;
  const [before] = surfacesOf(base);
  if (before === undefined) return;
  const others = head.surfaces.all.filter(({ isDocument, stack }) => isDocument && stack !== head.path);
  const present = [...surfacesOf(head), ...others].flatMap(({ operations }) => operations);
  const held = collectAddresses(present.filter((one) => !isGone(one, date)).flatMap(addressesOf));
  const isLeft = (one: SurfaceOperation) => isGone(one, date) || addressesOf(one).every(held.hold);
  const gone = before.operations.filter((one) => !isLeft(one));
  if (gone.length === 0) return;
  for (const api of head.surfaces.all.filter(({ isDocument }) => !isDocument)) {
    const found = bestDescription(api, [before, ...others]);
    if (found?.document !== before) continue;
    const left = { ...before, operations: before.operations.filter(isLeft) };
    const documented = new Set(describeAt(api, left, found.starts).described);
    for (const route of found.described.filter((one) => !documented.has(one))) {
      const only = { ...api, operations: [route] };
      const operation = gone.find(
        (one) => describeAt(only, { ...before, operations: [one] }, found.starts).described.length > 0,
      );
      if (operation !== undefined)
        yield problemOf({ operation, route, api, document: head.path, isDated: isInBoth(operation, present) });
    }
  }
}

/** The document says that the operation is gone by now. */
export function isGone({ sunset }: SurfaceOperation, date: string): boolean {
  return sunset !== undefined && sunset <= date;
}

function isInBoth(operation: SurfaceOperation, present: readonly SurfaceOperation[]): boolean {
  return addressesOf(operation).every(collectAddresses(present.flatMap(addressesOf)).hold);
}

/** An operation that a document of the base had, and the route by which an API still answers it. */
interface Leftover {
  readonly operation: SurfaceOperation;
  readonly route: SurfaceOperation;
  readonly api: Surface;
  readonly document: string;
  /** The document still has it, as one that is gone by now. */
  readonly isDated: boolean;
}

function problemOf({ operation, route, api, document, isDated }: Leftover): Problem {
  const left = isDated ? `is past its sunset in ${document}` : `is no longer in ${document}`;
  return {
    about: operation,
    at: operation.at,
    side: 'base',
    discriminator: api.api,
    message: `${describeRoute(operation)} ${left}, but ${api.api} in ${api.stack} still answers ${describeRoute(route)}.`,
    fix: removal(route),
    advice: `Remove the route from ${api.stack}, with its function if nothing else uses it, or keep the operation in the document.`,
  };
}

/** The route's own lines go. Whoever still calls it gets an error. */
function removal({ remove }: SurfaceOperation): ProposedFix | undefined {
  return proposeFix('breaking', remove?.(), 'After this edit the API no longer answers the route.');
}
