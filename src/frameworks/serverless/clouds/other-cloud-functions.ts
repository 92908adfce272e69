import { plainFunction } from '../../../clouds/plain/function.js';
import { type Codec, mapped, number, text } from '../../../clouds/values/codec.js';
import { settingOf } from '../../../clouds/values/section.js';
import type { EnvironmentVariable, ServerlessFunction } from '../../../model/function.js';
import { folderOf } from '../../../model/path.js';
import { absent, unknown } from '../../../model/setting.js';
import type { Span } from '../../../model/span.js';
import { type Value, valueAt } from '../../../model/value.js';
import { googleDefaults } from '../defaults.data.js';
import type { ConfiguredFunction, Service } from '../service/service.js';
import { inherited, orDefault } from '../service/settings.js';
import { layered } from '../service/values.js';
import type { Cloud } from './recognition.js';

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
    environment: variablesIn(service, fn, variables),
    environmentOpen: true,
    ...(provider === 'azure' ? ofFunctionApp(at) : ofGoogle(service, fn)),
  });
}

type Deployed = Pick<ServerlessFunction, 'role'> & Partial<ServerlessFunction>;

/** The settings of the app, which are the same for all of its functions, are made where it is deployed. */
function ofFunctionApp(at: Span): Deployed {
  const elsewhere = unknown(at, 'set where the app is deployed');
  return {
    role: elsewhere,
    timeout: elsewhere,
    memory: elsewhere,
    concurrency: elsewhere,
    tracing: elsewhere,
    logGroup: elsewhere,
    onFailure: elsewhere,
    insideVpc: elsewhere,
  };
}

/** Functions of the first generation; without an account they run as the platform's. */
function ofGoogle(service: Service, fn: ConfiguredFunction): Deployed {
  const account = inherited(service, fn, 'serviceAccountEmail', text);
  return {
    role: account.kind === 'absent' ? absent(fn.at) : unknown(account.at, 'service account elsewhere'),
    timeout: orDefault(inherited(service, fn, 'timeout', seconds), googleDefaults.timeout),
    memory: orDefault(inherited(service, fn, 'memorySize', number), googleDefaults.memory),
    concurrency: settingOf(fn.section, ['maxInstances'], number),
  };
}

/** `60s`. */
const seconds = mapped<string, number>(
  text,
  (written) => Number(/^(\d{1,5})s$/.exec(written)?.[1] ?? Number.NaN) || undefined,
  (word) => `${word}s`,
);

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
