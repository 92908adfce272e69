import type { Frame } from '../flow/machine.js';
import { allTaints } from '../flow/taints.js';
import type { Value } from '../flow/value.js';
import type { Danger } from '../tables/danger.js';
import { harmful } from './report.js';

/** True if others decide which host a text names: nothing fixed before theirs ends the host. */
export function decidesHost(frame: Frame, value: Value, danger: Danger): boolean {
  const { pieces } = value;
  if (pieces === undefined) return harmful(frame, allTaints(value), danger).length > 0;
  let before = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') before += piece;
    else if (harmful(frame, allTaints(piece), danger).length > 0) return !endsHost(before);
    // What is not known comes from the configuration, and a host with it.
    else return false;
    if (endsHost(before)) return false;
  }
  return false;
}

/** A scheme and host with what follows them, or a path of the same host. */
function endsHost(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\/[^/?#]*[/?#]/i.test(text) || /^[/?#.](?!\/)/.test(text);
}
