import type { Confidence } from '../../../model/confidence.js';
import type { Absent, Known, Setting } from '../../../model/setting.js';

/** How sure a setting is; what is not said is as the platform has it. */
export function confidenceOf(setting: Setting<unknown, never>): Confidence {
  return setting.kind === 'known' ? setting.confidence : 'high';
}

/** True if nothing but a plain value would be written over: an expression says more than the value that it has by default. */
export function isLiteral<T, W>(setting: Setting<T, W>): setting is Known<T, W> | Absent<W> {
  if (setting.kind === 'absent') return true;
  return setting.kind === 'known' && setting.origin === undefined && setting.confidence === 'high';
}
