import { absent, fixed, known, unknown } from '../../../model/setting.js';
import type { Store } from '../../../model/store.js';
import { isNull, textOf } from '../../../model/value.js';
import { flag, text } from '../../values/codec.js';
import { type Declared, property, setting } from '../google-stack.js';

/** Only keys that encrypt with one secret can be rotated by the platform, and it has made them itself. */
export function rotationOf(declared: Declared): Store['keyRotation'] {
  const { at } = declared;
  const period = property(declared, 'rotationPeriod');
  if (period !== undefined && !isNull(period)) return fixed(!isLongerThanYear(textOf(period) ?? ''), period.at);
  const purpose = setting(declared, ['purpose'], text);
  const imported = setting(declared, ['importOnly'], flag);
  if (purpose.kind === 'unknown' || purpose.kind === 'choice') return unknown(purpose.at, 'purpose');
  if (imported.kind !== 'absent' && known(imported) !== false) return unknown(imported.at, 'imported');
  return (known(purpose) ?? symmetric) === symmetric ? absent(at) : fixed(true, at);
}

const symmetric = 'ENCRYPT_DECRYPT';

/** Periods are written in seconds: `7776000s`. */
function isLongerThanYear(period: string): boolean {
  return Number(/^(\d{1,12})(?:\.\d+)?s$/.exec(period)?.[1] ?? 0) > 366 * 86_400;
}
