import { fixed, type Setting } from '../../../model/setting.js';
import type { Codec } from '../../reading/codec.js';
import { settingOf } from '../../reading/section.js';
import type { ConfiguredFunction, Service } from './service.js';

/** A setting of a function with the provider's under it: where neither is there, it is the function that lacks it. */
export function inherited<T, W>(
  { provider }: Service,
  { section }: ConfiguredFunction,
  key: string,
  codec: Codec<T, W>,
): Setting<T, W> {
  const own = settingOf(section, [key], codec);
  if (own.kind !== 'absent') return own;
  const shared = settingOf(provider, [key], codec);
  return shared.kind === 'absent' ? own : shared;
}

/** A setting of the provider. */
export function provided<T, W>({ provider }: Service, path: readonly string[], codec: Codec<T, W>): Setting<T, W> {
  return settingOf(provider, path, codec);
}

/** What holds where nobody sets it. */
export function orDefault(setting: Setting<number>, value: number): Setting<number> {
  return setting.kind === 'absent' ? fixed(value, setting.at) : setting;
}
