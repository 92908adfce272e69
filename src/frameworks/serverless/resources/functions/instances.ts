import { type Codec, number, words } from '../../../../clouds/values/codec.js';
import { settingOf } from '../../../../clouds/values/section.js';
import type { ServerlessFunction } from '../../../../model/function.js';
import { fixed } from '../../../../model/setting.js';
import { valueAt } from '../../../../model/value.js';
import type { ConfiguredFunction } from '../../service/service.js';

type Instances = Pick<ServerlessFunction, 'concurrency' | 'tenantIsolated' | 'durableTimeout'>;

const perTenant = words({ per_tenant: true } as const);
const isolated: Codec<boolean> = { read: perTenant.read, write: (on) => (on ? 'per_tenant' : undefined) };

/** vCPUs of a capacity provider that sets no maximum. github.com/serverless/serverless 4.41.0 guide/managed-instances.md, 2026-11-26 */
const usualVirtualCpus = 400;

/** How many instances there may be, whose they are, and how long a durable execution may go on. */
export function instancesOf({ section }: ConfiguredFunction): Instances {
  return {
    concurrency: concurrencyOf(section),
    tenantIsolated: settingOf(section, ['tenancy', 'mode'], isolated),
    durableTimeout: settingOf(section, ['durableConfig', 'executionTimeout'], number),
  };
}

/** On a capacity provider reserved concurrency does not count; the provider bounds what the function leaves open. */
function concurrencyOf(section: ConfiguredFunction['section']): Instances['concurrency'] {
  const provider = valueAt(section.map, 'capacityProvider');
  if (provider === undefined) return settingOf(section, ['reservedConcurrency'], number);
  const own = provider.kind === 'map' ? settingOf(section, ['capacityProvider', 'scaling', 'max'], number) : undefined;
  return own === undefined || own.kind === 'absent' ? fixed(usualVirtualCpus, provider.at) : own;
}
