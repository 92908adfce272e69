import { isNew } from '../diff/introduced.js';
import type { Patches } from '../diff/patch.js';
import { place, standIn } from '../diff/place.js';
import type { Compared, Place, Placed, RelatedPlace, Side } from '../findings/finding.js';
import type { OriginOf } from './origins.js';

/**
 * A new finding stands on its own line if the change wrote it, otherwise on the line where its value is written or the first
 * related one, if the change wrote that. What is not new, or suppressed, is told in sum only.
 */
export function placeFinding(found: Compared, patches: Patches, originOf?: OriginOf): Placed {
  const finding = { ...found, ...standInOf(found, patches) };
  if (!isNew(finding) || finding.suppressed !== null) return { ...finding, place: 'summary' };
  const own = placeOf(finding, patches);
  const written = own === 'comment' || finding.side === 'left' ? undefined : writtenPlace(finding, patches, originOf);
  return { ...finding, ...written, place: written === undefined ? own : 'comment' };
}

function standInOf({ side, at, start }: Compared, patches: Patches): Pick<Placed, 'standIn'> {
  return side === 'left' ? { standIn: standIn(start.line, patches.get(at.path)?.patch) } : {};
}

function writtenPlace(finding: Compared, patches: Patches, originOf?: OriginOf): RelatedPlace | undefined {
  const { at, origin = originOf?.(at), related = [] } = finding;
  const others = [...(origin ? [origin] : []), ...related];
  return others.find((one) => placeOf({ ...one, side: 'right' }, patches) === 'comment');
}

/** Where lines may be shown that stand in a file of one side. */
export function placeOf({ at, start, end, side }: RelatedPlace & { readonly side: Side }, patches: Patches): Place {
  return place({ first: start.line, last: end.line }, patches.get(at.path)?.patch, side);
}

/** Low problems are counted in the check and never made a comment, wherever they stand. */
export function aloud(finding: Placed): Placed {
  return finding.severity === 'low' && finding.place !== 'summary' ? { ...finding, place: 'summary' } : finding;
}
