import type { Span } from '../../../../model/span.js';
import {
  entryOf,
  isNull,
  itemsOf,
  type MapEntry,
  type MapValue,
  textOf,
  type Value,
  valueAt,
} from '../../../../model/value.js';
import { lifted } from '../../evaluate/choices.js';
import { listOf, mapOf, scalar, unknownValue } from '../../evaluate/values.js';
import type { Evaluated, Resources } from '../evaluated.js';
import { changedAt, saidIn, withEntries } from './entries.js';
import { privatelyReached } from './private-endpoints.js';
import { stackVersions, workerOf } from './stack-fields.js';

/** A function app as Azure has it, once the provider has said what Terraform leaves out. */
export function completedApp(map: MapValue, one: Evaluated, resources: Resources): MapValue {
  const { headAt } = one.instance.block;
  const withKind = withEntries(map, [], [entry('kind', scalar('functionapp', headAt), headAt)]);
  const withConfig = changedAt(withKind, ['properties', 'siteConfig'], (value) =>
    lifted(value, value.at, (config) => (config.kind === 'map' ? siteConfig(config) : config)),
  );
  const withStack = withEntries(withConfig, ['properties', 'siteConfig'], stackIn(withConfig, one));
  const whole = withEntries(withStack, ['properties'], [...planIn(withConfig, one), ...reachIn(map, one, resources)]);
  return withSignIn({
    ...whole,
    entries: [...whole.entries.filter(({ key }) => key !== 'appSettings'), settingsOf(whole, one)],
  });
}

function entry(key: string, value: Value, keyAt: Span): MapEntry {
  return { key, value, keyAt };
}

/** The version of its stack is a property; what is denied by name leaves all others in, unless Terraform is told otherwise. */
function siteConfig(config: MapValue): MapValue {
  const stack = entryOf(config, 'applicationStack')?.value;
  const version = stackVersions.flatMap((name) => saidIn(stack, name) ?? [])[0];
  const own = stack?.kind === 'map' ? stack.entries.filter(({ key }) => key.endsWith('Version')) : [];
  const read = withEntries(
    config,
    [],
    [...own, ...(version === undefined ? [] : [{ ...version, key: 'linuxFxVersion' }])],
  );
  return changedAt(read, ['ipSecurityRestrictions'], (rules) => {
    if (rules.kind !== 'list') return rules;
    const allowed = rules.items.filter((rule) => !/^deny$/i.test(textOf(valueAt(rule, 'action')) ?? ''));
    return listOf(allowed, rules.at, rules.open);
  });
}

/** Apps on Linux pay no heed to the settings of Windows: without a version of their stack it is set elsewhere. */
function stackIn(map: MapValue, { instance: { type, block } }: Evaluated): readonly MapEntry[] {
  const isSaid = saidIn(valueAt(map, 'properties', 'siteConfig'), 'linuxFxVersion') !== undefined;
  if (isSaid || !type.includes('linux')) return [];
  return [entry('linuxFxVersion', unknownValue(block.headAt, 'runtime elsewhere'), block.headAt)];
}

/** Every app but a flexible one names its plan. */
function planIn(map: MapValue, { instance: { type, block } }: Evaluated): readonly MapEntry[] {
  if (type.endsWith('_flex_consumption') || saidIn(valueAt(map, 'properties'), 'serverFarmId') !== undefined) return [];
  return [entry('serverFarmId', unknownValue(block.headAt, 'plan elsewhere'), block.headAt)];
}

/** With a private endpoint it is not known whether the public address answers, unless the app says so. */
function reachIn(map: MapValue, { instance }: Evaluated, resources: Resources): readonly MapEntry[] {
  const { headAt } = instance.block;
  const isSaid = saidIn(valueAt(map, 'properties'), 'publicNetworkAccess') !== undefined;
  if (isSaid || !privatelyReached(resources).has(instance.id)) return [];
  return [entry('publicNetworkAccess', unknownValue(headAt, 'private endpoint'), headAt)];
}

/** The settings of an app, and those that the provider writes for arguments of other names. */
function settingsOf(map: MapValue, one: Evaluated): MapEntry {
  const { headAt } = one.instance.block;
  const written = saidIn(map, 'appSettings');
  const said = [...hostIn(map), ...workerIn(map, one), ...insightsIn(valueAt(map, 'properties', 'siteConfig'))];
  const keyAt = written?.keyAt ?? headAt;
  if (written?.value.kind === 'map') {
    return { key: 'appSettings', keyAt, value: { ...written.value, entries: [...said, ...written.value.entries] } };
  }
  return entry('appSettings', mapOf(said, map.at, written !== undefined || map.open), keyAt);
}

function hostIn(map: MapValue): readonly MapEntry[] {
  const version = saidIn(map, 'hostVersion');
  return version === undefined ? [] : [{ ...version, key: 'FUNCTIONS_EXTENSION_VERSION' }];
}

/** On Windows the worker is a setting that follows from the stack, and so is the version of Node.js. */
function workerIn(map: MapValue, { instance, body }: Evaluated): readonly MapEntry[] {
  const [stack] = itemsOf(valueAt(itemsOf(entryOf(body, 'site_config')?.value)[0], 'application_stack'));
  const name = stackVersions.find((one) => saidIn(stack, `${one}_version`) !== undefined);
  if (!instance.type.includes('windows') || name === undefined || stack === undefined) return [];
  const worker = workerOf(name, body);
  const value = worker === undefined ? unknownValue(stack.at, 'worker') : scalar(worker, stack.at);
  const node = saidIn(valueAt(map, 'properties', 'siteConfig', 'applicationStack'), 'nodeVersion');
  return [
    entry('FUNCTIONS_WORKER_RUNTIME', value, stack.at),
    ...(node === undefined ? [] : [{ ...node, key: 'WEBSITE_NODE_DEFAULT_VERSION' }]),
  ];
}

/** Where telemetry goes is a setting too. That there is one counts; what it says is judged where it is written. */
function insightsIn(config: Value | undefined): readonly MapEntry[] {
  const settings = [
    ['applicationInsightsConnectionString', 'APPLICATIONINSIGHTS_CONNECTION_STRING'],
    ['applicationInsightsKey', 'APPINSIGHTS_INSTRUMENTATIONKEY'],
  ] as const;
  return settings.flatMap(([argument, key]): readonly MapEntry[] => {
    const said = saidIn(config, argument);
    if (said === undefined || textOf(said.value) === '') return [];
    const value = said.value.kind === 'choice' ? said.value : unknownValue(said.value.at, 'site configuration');
    return [{ ...said, key, value }];
  });
}

/** Sign-in is off unless it is switched on; who is not signed in is then sent to do so. */
function withSignIn(map: MapValue): MapValue {
  return changedAt(map, ['authSettingsV2'], (value) => {
    if (value.kind !== 'map' || isNull(value)) return value;
    const at = value.anchor ?? value.at;
    const action = scalar('RedirectToLoginPage', at);
    const enabled = saidIn(valueAt(value, 'platform'), 'enabled') === undefined && !value.open;
    const otherwise = saidIn(valueAt(value, 'globalValidation'), 'unauthenticatedClientAction') === undefined;
    const switched = enabled ? withEntries(value, ['platform'], [entry('enabled', scalar(false, at), at)]) : value;
    return otherwise
      ? withEntries(switched, ['globalValidation'], [entry('unauthenticatedClientAction', action, at)])
      : switched;
  });
}
