import type { Throttle } from '../../../model/api.js';
import type { Setting } from '../../../model/setting.js';
import { valueAt } from '../../../model/value.js';
import { number } from '../../values/codec.js';
import { type Section, settingOf } from '../../values/section.js';
import { put, withWrite } from '../../values/writes.js';
import { throttleOf } from './throttle.js';

/** The limit of HTTP and WebSocket stages: of the default route, or of one route. */
export function routeSettingsThrottle(stage: Section, path: readonly string[]): Setting<Throttle> {
  const rate = settingOf(stage, [...path, 'ThrottlingRateLimit'], number);
  const burst = settingOf(stage, [...path, 'ThrottlingBurstLimit'], number);
  return withWrite<Throttle, number, Throttle>(
    throttleOf(rate, burst),
    () => (word) => writeLimit(stage, path, { ThrottlingRateLimit: word.rate, ThrottlingBurstLimit: word.burst }),
  );
}

function writeLimit(stage: Section, path: readonly string[], limit: Readonly<Record<string, number>>) {
  const { writer } = stage.reading;
  const existing = valueAt(stage.map, ...path);
  if (existing?.kind === 'map') return put(writer, existing, limit);
  if (existing !== undefined) return undefined;
  if (stage.map?.kind === 'map') return writer.insert(stage.map, path, limit);
  const { within } = stage;
  return within && writer.insert(within.map, [...within.path, ...path], limit);
}
