import type { EnvironmentVariable, ServerlessFunction } from '../../../model/function.js';
import { folderOf } from '../../../model/path.js';
import { unknown } from '../../../model/setting.js';
import { type Value, valueAt } from '../../../model/value.js';
import { type Codec, text } from '../../reading/codec.js';
import { plainFunction } from '../../reading/plain-function.js';
import { settingOf } from '../../reading/section.js';
import type { ConfiguredFunction, Service } from '../service/service.js';
import { inherited } from '../service/settings.js';
import { layered } from '../service/values.js';
import type { Cloud } from './recognition.js';

const elsewhere = 'set by the plugin';

/** A function on a cloud other than AWS: what the plugins for these let a service say. */
export function cloudFunction(service: Service, fn: ConfiguredFunction, provider: Cloud): ServerlessFunction {
  const { at, whole, id, section } = fn;
  const variables = layered(at, valueAt(service.provider.map, 'environment'), valueAt(section.map, 'environment'));
  return plainFunction({
    id,
    type: 'function',
    at,
    whole,
    provider,
    runtime: inherited(service, fn, 'runtime', runtimes[provider]),
    packaging: 'zip',
    handler: settingOf(section, ['handler'], text),
    codeRoot: folderOf(service.path) || '.',
    role: unknown(at, elsewhere),
    environment: variablesIn(service, fn, variables),
    environmentOpen: true,
    timeout: unknown(at, elsewhere),
    memory: unknown(at, elsewhere),
    concurrency: unknown(at, elsewhere),
    tracing: unknown(at, elsewhere),
    logGroup: unknown(at, elsewhere),
    onFailure: unknown(at, elsewhere),
    insideVpc: unknown(at, elsewhere),
  });
}

function variablesIn(
  { reading }: Service,
  { at }: ConfiguredFunction,
  map: Value | undefined,
): readonly EnvironmentVariable[] {
  const entries = map?.kind === 'map' ? map.entries : [];
  return entries.map(({ key, keyAt }) => ({
    name: key,
    nameAt: keyAt,
    value: settingOf({ map, at, reading }, [key], text),
  }));
}

/** `nodejs18` and `nodejs18.x`, `python3.9`, as the cloud calls them. */
const runtimes: Readonly<Record<Cloud, Codec<string>>> = {
  azure: {
    read: (value) => {
      const [, language, version] =
        /^(nodejs|python)(\d{1,2}(?:\.\d{1,2})?)(?:\.x)?$/.exec(text.read(value) ?? '') ?? [];
      return language === undefined ? undefined : `${language === 'nodejs' ? 'node' : language}|${version}`;
    },
    write: (word) => `${word.replace('|', '').replace('node', 'nodejs')}`,
  },
  google: {
    read: (value) => text.read(value)?.replace(/\.x$/, ''),
    write: (word) => word,
  },
};
