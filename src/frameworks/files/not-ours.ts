import type { Notice } from '../../findings/notice.js';
import type { NotOurs } from '../framework.js';

/** There is no stack here. `notices`: what was said while that was found out. */
export function notOurs(because: string, notices: readonly Notice[] = []): NotOurs {
  return { kind: 'not-ours', because, notices };
}

/** The text shows none of the words by which such stacks are told. */
export const noSign: NotOurs = notOurs('its text shows no sign of such a stack');
