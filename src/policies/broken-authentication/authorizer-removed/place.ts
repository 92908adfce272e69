import type { Setting } from '../../../model/setting.js';
import type { Span } from '../../../model/span.js';
import type { Problem } from '../../definition.js';

/** Where a lost protection is told: the line that now says less, or the deleted line of the base if nothing says anything. */
export function placeOf<T>(
  before: Setting<T, never>,
  now: Setting<T, never>,
  owner: { readonly at: Span },
): Pick<Problem, 'at' | 'side'> {
  const isSaid = now.kind === 'known' && now.at.start !== owner.at.start;
  return isSaid ? { at: now.at } : { at: before.at, side: 'base' };
}
