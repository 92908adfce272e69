import { plainFunction } from '../../../clouds/plain/function.js';
import { type Codec, text } from '../../../clouds/values/codec.js';
import { layered } from '../../../clouds/values/made.js';
import { settingOf } from '../../../clouds/values/section.js';
import type { EnvironmentVariable, ServerlessFunction } from '../../../model/function.js';
import { folderOf } from '../../../model/path.js';
import { unknown } from '../../../model/setting.js';
import type { Span } from '../../../model/span.js';
import { type Value, valueAt } from '../../../model/value.js';
import type { ConfiguredFunction, Service } from '../service/service.js';
import { inherited } from '../service/settings.js';

/** A function of an Azure Functions app: what the plugin for it lets a service say. */
export function azureFunction(service: Service, fn: ConfiguredFunction): ServerlessFunction {
  const { at, whole, id, section } = fn;
  const variables = layered(at, valueAt(service.provider.map, 'environment'), valueAt(section.map, 'environment'));
  return plainFunction({
    id,
    type: 'function',
    at,
    whole,
    provider: 'azure',
    runtime: inherited(service, fn, 'runtime', runtime),
    packaging: 'zip',
    handler: settingOf(section, ['handler'], text),
    codeRoot: folderOf(service.path) || '.',
    environment: variablesIn(service, fn, variables),
    environmentOpen: true,
    ...ofFunctionApp(at),
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
const runtime: Codec<string> = {
  read: (value) => {
    const [, language, version] = /^(nodejs|python)(\d{1,2}(?:\.\d{1,2})?)(?:\.x)?$/.exec(text.read(value) ?? '') ?? [];
    return language === undefined ? undefined : `${language === 'nodejs' ? 'node' : language}|${version}`;
  },
  write: (word) => `${word.replace('|', '').replace('node', 'nodejs')}`,
};
