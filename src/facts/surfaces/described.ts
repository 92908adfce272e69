import { folderOf, isWithin } from '../../model/path.js';
import { addressesOf, below, collectAddresses, commonStart, stepsOf } from './addresses.js';
import type { Surface, SurfaceOperation } from './surface.js';

/** How much of an API a document describes. */
export interface Description {
  readonly document: Surface;
  readonly described: readonly SurfaceOperation[];
  readonly missing: readonly SurfaceOperation[];
  /** The steps that stand before all paths of the document, and before all of the API, and not before those of the other. */
  readonly starts: Readonly<Record<'document' | 'api', readonly string[]>>;
}

/** A document belongs to an API when it describes half of its operations at least, and not by a single one that any API has. */
function belongs({ document, described, missing }: Description, api: Surface): boolean {
  const isHalf = described.length > 0 && described.length >= missing.length;
  return isHalf && (described.length > 1 || isWithin(document.stack, folderOf(api.stack)));
}

/** The document that describes an API best; of two that do alike the nearer one. */
export function bestDescription(api: Surface, documents: readonly Surface[]): Description | undefined {
  const all = documents.map((document) => describe(api, document)).filter((one) => belongs(one, api));
  const [best] = all.sort(
    (a, b) => b.described.length - a.described.length || distance(a.document, api) - distance(b.document, api),
  );
  return best;
}

/** The operations of an API that a document describes, in the way of placing one on the other that describes most. */
function describe(api: Surface, document: Surface): Description {
  const written = document.operations.flatMap(addressesOf);
  let best = describeAt(api, document, { document: [], api: [] });
  const own = [...basesOf(document), commonStart(api.operations.flatMap(addressesOf))];
  for (const starts of [
    ...own.map((start) => ({ document: [], api: start })),
    { document: commonStart(written), api: [] },
  ]) {
    if (starts.api.length + starts.document.length === 0) continue;
    const found = describeAt(api, document, starts);
    if (found.described.length > best.described.length) best = found;
  }
  return best;
}

/** The same when it is known what stands before the paths of either. */
export function describeAt(api: Surface, document: Surface, starts: Description['starts']): Description {
  const held = collectAddresses(below(document.operations.flatMap(addressesOf), starts.document));
  const described: SurfaceOperation[] = [];
  const missing: SurfaceOperation[] = [];
  for (const operation of api.operations) {
    const isDescribed = below(addressesOf(operation), starts.api).every(held.hold);
    (isDescribed ? described : missing).push(operation);
  }
  return { document, described, missing, starts };
}

/** More servers than these say the same with other hosts. */
const mostBases = 4;

function basesOf({ basePaths }: Surface): readonly (readonly string[])[] {
  return basePaths.slice(0, mostBases).map(stepsOf);
}

function distance(document: Surface, api: Surface): number {
  const [one, other] = [document.stack.split('/'), api.stack.split('/')];
  const shared = one.findIndex((step, index) => step !== other[index]);
  return one.length + other.length - 2 * (shared === -1 ? one.length : shared);
}
