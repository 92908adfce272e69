import type { ServerlessFunction } from '../../../model/function.js';
import { absent, fixed, known, type Setting, unknown } from '../../../model/setting.js';
import { textOf } from '../../../model/value.js';
import { plainFunction } from '../../plain/function.js';
import { type Codec, flag, number } from '../../values/codec.js';
import { servedSites } from '../apis/served-routes.js';
import type { Declared } from '../deployment.js';
import { roleIdOf } from '../identity/identities.js';
import { declarationOf, type Mapping, setting } from '../mapping.js';
import { runtimeOf } from './app-runtimes.js';
import { appSettings, hasSettings } from './app-settings.js';
import { functionApps } from './function-apps.js';
import { hostLogging, hostSampling } from './host-settings.js';
import { boundOf, planOf } from './plans.js';

/** Function apps: the unit that Azure configures, scales and gives an identity. */
export function mapFunctions(mapping: Mapping): readonly ServerlessFunction[] {
  const served = servedSites(mapping);
  return functionApps(mapping).map((site) => {
    const app = served.get(site.id);
    return { ...functionOf(mapping, site), codeRoot: app?.codeRoot, ...(app && { startsIn: app.startsIn }) };
  });
}

function functionOf(mapping: Mapping, site: Declared): ServerlessFunction {
  const { at } = site;
  const variables = appSettings(mapping, site);
  const flex = ['properties', 'functionAppConfig', 'scaleAndConcurrency'] as const;
  return plainFunction({
    ...declarationOf(site),
    provider: 'azure',
    runtime: runtimeOf(site, variables.environment),
    packaging: 'unknown',
    role: roleIdOf(mapping, site),
    runsAs: runsAs(site),
    ...variables,
    memory: setting(site, [...flex, 'instanceMemoryMB'], number),
    concurrency: boundOf(mapping, site),
    plan: planOf(mapping, site),
    tracing: hasSettings(mapping, site) ? tracingOf(site, variables) : unknown(at, 'settings elsewhere'),
    logging: hostLogging(variables.environment) ?? fixed(true, at),
    logsPerSecond: hostSampling(variables.environment) ?? absent(at),
    insideVpc: present(site, ['properties', 'virtualNetworkSubnetId']),
  });
}

/** Without an identity an app has nothing to show but keys. */
function runsAs(site: Declared): Setting<'own' | 'shared' | 'keys', 'own'> {
  const identity: Codec<'own' | 'shared' | 'keys', 'own'> = {
    read: (value) => (textOf(value)?.toLowerCase() === 'none' ? 'keys' : 'own'),
    write: () => 'SystemAssigned',
  };
  const said = setting(site, ['identity', 'type'], identity);
  if (said.kind !== 'absent') return said;
  return { kind: 'known', value: 'keys', at: said.at, confidence: 'high', write: said.write };
}

/** Application Insights is switched on by a setting. */
const insights = /^(?:APPLICATIONINSIGHTS_CONNECTION_STRING|APPINSIGHTS_INSTRUMENTATIONKEY)$/i;

function tracingOf(
  { at }: Declared,
  { environment, environmentOpen }: Pick<ServerlessFunction, 'environment' | 'environmentOpen'>,
): Setting<'active' | 'off'> {
  const said = environment.filter(({ name, value }) => insights.test(name) && known(value) !== '');
  const traced = said.find(({ value }) => value.kind !== 'choice');
  if (traced !== undefined) return fixed('active', traced.nameAt);
  if (said.length > 0) return unknown(at, 'conditional telemetry');
  return environmentOpen ? unknown(at, 'settings elsewhere') : absent(at);
}

function present(site: Declared, path: readonly string[]): Setting<boolean> {
  return setting<boolean, boolean>(site, path, { read: (value) => flag.read(value) ?? true, write: () => undefined });
}
