import { layered } from '../../../../clouds/values/made.js';
import { type MapValue, type Value, valueAt } from '../../../../model/value.js';
import type { ConfiguredFunction, Service } from '../../service/service.js';

const names = new Map([
  ['logGroup', 'LogGroup'],
  ['logFormat', 'LogFormat'],
  ['applicationLogLevel', 'ApplicationLogLevel'],
  ['systemLogLevel', 'SystemLogLevel'],
]);

/** How a function logs, in CloudFormation's words: its own `logs` over those of the provider. */
export function loggingOf({ provider }: Service, fn: ConfiguredFunction): Value | undefined {
  const shared = valueAt(provider.map, 'logs', 'lambda');
  const written = layered(fn.at, shared, valueAt(fn.section.map, 'logs'));
  return written?.kind === 'map' ? renamedKeys(written) : undefined;
}

function renamedKeys(map: MapValue): MapValue {
  return { ...map, entries: map.entries.map((entry) => ({ ...entry, key: names.get(entry.key) ?? entry.key })) };
}

/** True if a function writes into a log group that the framework does not make for it. */
export function hasOwnGroup(service: Service, fn: ConfiguredFunction): boolean {
  return valueAt(loggingOf(service, fn), 'LogGroup') !== undefined;
}
