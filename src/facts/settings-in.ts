import type { Model } from '../model/model.js';
import type { Absent, Known, Unknown } from '../model/setting.js';

/** Places, not settings: most objects of a model are these. */
const places: ReadonlySet<string> = new Set(['at', 'whole', 'origin', 'keyAt']);

type PlainSetting = Known<unknown, never> | Absent<never> | Unknown;

/** The settings of a model wherever they stand, the branches of choices included. Each is given once. */
export function* settingsIn(model: Model): Generator<PlainSetting> {
  const seen = new Set<unknown>();
  const waiting: unknown[] = [model];
  while (waiting.length > 0) {
    const item = waiting.pop();
    if (typeof item !== 'object' || item === null || seen.has(item)) continue;
    seen.add(item);
    if (isPlainSetting(item)) yield item;
    for (const [key, value] of Object.entries(item)) if (!places.has(key)) waiting.push(value);
  }
}

function isPlainSetting(item: object): item is PlainSetting {
  if (!('at' in item && 'kind' in item)) return false;
  return item.kind === 'known' || item.kind === 'absent' || (item.kind === 'unknown' && 'because' in item);
}
