import type { Codec } from '../../../clouds/values/codec.js';
import { settingOf } from '../../../clouds/values/section.js';
import { fixed, type Setting } from '../../../model/setting.js';
import { type Value, valueAt } from '../../../model/value.js';
import type { ConfiguredFunction, Service } from './service.js';
import { frameworkVersion } from './version.js';

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

/** From this version on the settings of REST APIs count in `provider.apiGateway` alone. */
const gatewayVersion = 3;

/** What the provider says of its REST API, formerly beside its other settings. */
export function ofRestApi(service: Service, key: string): Value | undefined {
  const { map } = service.provider;
  const isFormer = (frameworkVersion(service) ?? 0) < gatewayVersion;
  return valueAt(map, 'apiGateway', key) ?? (isFormer ? valueAt(map, key) : undefined);
}
