import { type Codec, flag, invertedFlag, number, text, words } from '../../../../clouds/values/codec.js';
import { settingOf } from '../../../../clouds/values/section.js';
import { firstSaid, withWrite } from '../../../../clouds/values/writes.js';
import type { ServerlessFunction } from '../../../../model/function.js';
import { type Setting, unknown } from '../../../../model/setting.js';
import { valueAt } from '../../../../model/value.js';
import { defaultMemory, defaultRuntimes, defaultTimeout } from '../../defaults.data.js';
import type { ConfiguredFunction, Service } from '../../service/service.js';
import { inherited, orDefault, provided } from '../../service/settings.js';
import { frameworkVersion } from '../../service/version.js';
import { isOverridden, overridingMap } from '../overrides.js';
import { loggingOf } from './function-logging.js';
import { instancesOf } from './instances.js';

type OwnSettings = Pick<
  ServerlessFunction,
  | 'runtime'
  | 'timeout'
  | 'memory'
  | 'concurrency'
  | 'tenantIsolated'
  | 'durableTimeout'
  | 'tracing'
  | 'logging'
  | 'logsFatalErrors'
>;

const properties: Readonly<Record<string, string>> = {
  runtime: 'Runtime',
  timeout: 'Timeout',
  memory: 'MemorySize',
  concurrency: 'ReservedConcurrentExecutions',
  tracing: 'TracingConfig',
  tenantIsolated: 'TenancyConfig',
  durableTimeout: 'DurableConfig',
};

/** The settings of a function that the configuration says in words of its own, and not in those of CloudFormation. */
export function settingsOf(service: Service, fn: ConfiguredFunction): Partial<OwnSettings> {
  const override = overridingMap(service, service.names.logicalId(fn.id), fn.at);
  const { logging, logsFatalErrors, ...own } = settingsInWords(service, fn);
  const left = Object.entries(own).filter(([key]) => !isOverridden(override, properties[key] ?? key));
  const isLevelled = loggingOf(service, fn) !== undefined || isOverridden(override, 'LoggingConfig');
  const kept = Object.fromEntries(left);
  return isLevelled && logging.kind === 'absent'
    ? { ...kept, logsFatalErrors: true }
    : { ...kept, logging, logsFatalErrors: logsFatalErrors === true };
}

function settingsInWords(service: Service, fn: ConfiguredFunction): OwnSettings {
  return {
    runtime: runtimeOf(service, fn),
    timeout: orDefault(inherited(service, fn, 'timeout', number), defaultTimeout),
    memory: orDefault(inherited(service, fn, 'memorySize', number), defaultMemory),
    ...instancesOf(fn),
    tracing: tracingOf(service, fn),
    logging: settingOf(fn.section, ['disableLogs'], invertedFlag),
    logsFatalErrors: false,
  };
}

/** Where nobody names a runtime the framework's own default is deployed. */
function runtimeOf(service: Service, fn: ConfiguredFunction): Setting<string> {
  const written = inherited(service, fn, 'runtime', text);
  if (written.kind !== 'absent' || valueAt(fn.section.map, 'image') !== undefined) return written;
  const { at, map } = service.provider;
  if (map === undefined || map.kind !== 'map') return unknown(at, 'provider');
  const runtime = defaultRuntimes.get(frameworkVersion(service) ?? 0);
  if (runtime === undefined) return unknown(at, 'default of an unknown version');
  return { kind: 'known', value: runtime, at, confidence: 'high', write: writeRuntime(service) };
}

function writeRuntime({ reading, root }: Service) {
  return (runtime: string) => reading.writer.insert(root, ['provider', 'runtime'], runtime);
}

type Tracing = ServerlessFunction['tracing'];

const table = words({ Active: 'active', true: 'active', PassThrough: 'off', false: 'off' } as const);
const mode: Codec<'active' | 'off'> = { read: table.read, write: (word) => word === 'active' };

/** The function's own mode, or the provider's; the framework lets the role send traces. */
function tracingOf(service: Service, fn: ConfiguredFunction): Tracing {
  const own = settingOf(fn.section, ['tracing'], mode);
  if (own.kind !== 'absent') return own;
  const shared = provided(service, ['tracing', 'lambda'], mode);
  if (shared.kind !== 'absent') return shared;
  const { writer } = service.reading;
  return withWrite<'active' | 'off', 'active' | 'off', 'active' | 'off'>(
    own,
    (write) => (word) =>
      writer.insert(service.root, ['provider', 'tracing', 'lambda'], word === 'active') ?? write(word),
  );
}

/** Traces of REST APIs. */
export function apiTracing(service: Service): Setting<boolean> {
  return firstSaid(provided(service, ['tracing', 'apiGateway'], flag));
}
