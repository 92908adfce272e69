import type { Throttle } from '../../../model/api.js';
import type { Setting } from '../../../model/setting.js';
import { mapSetting } from '../../values/writes.js';

/** The account's own limits, which hold where a rate or a burst is not said. */
const account: Throttle = { rate: 10_000, burst: 5_000 };

/** A rate and a burst as one limit. Either of them is enough; a negative number means none. */
export function throttleOf(rate: Setting<number>, burst: Setting<number>): Setting<Throttle, number> {
  const limited = isLimit(rate) ? rate : burst;
  if (isNone(rate) && isNone(burst)) return { kind: 'absent', at: rate.at, write: () => undefined };
  const other = limited === rate ? burst : rate;
  const value = other.kind === 'known' ? other.value : undefined;
  return mapSetting(limited, (number) =>
    limited === rate ? { rate: number, burst: value ?? account.burst } : { rate: value ?? account.rate, burst: number },
  );
}

function isLimit(setting: Setting<number>): boolean {
  return setting.kind !== 'absent' && !isNone(setting);
}

function isNone(setting: Setting<number>): boolean {
  return setting.kind === 'absent' || (setting.kind === 'known' && setting.value < 0);
}
