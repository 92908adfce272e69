import type { ServerlessFunction } from '../../../model/function.js';
import { fixed, isUnsaid } from '../../../model/setting.js';
import { type Codec, number, words } from '../../values/codec.js';
import { type Mapping, property, referent, setting } from '../mapping.js';
import type { Declared } from '../template.js';

/**
 * Where instances of a function run, and how many of them at most. On capacity providers (Lambda Managed Instances) reserved
 * concurrency does not count; without a maximum of the function the provider's holds, which is 400 vCPUs where none is said.
 * npm aws-cdk-lib 2.276.0, aws-lambda capacity-provider.d.ts, read 2026-11-26.
 */
const usualVirtualCpus = 400;

export function concurrencyOf(mapping: Mapping, declared: Declared): ServerlessFunction['concurrency'] {
  const provider = property(declared, 'CapacityProviderConfig');
  if (provider === undefined) return setting(declared, ['ReservedConcurrentExecutions'], number);
  const own = setting(declared, ['FunctionScalingConfig', 'MaxExecutionEnvironments'], number);
  if (!isUnsaid(own)) return own;
  const arn = property(declared, 'CapacityProviderConfig', ...pathToArn);
  const found = arn === undefined ? undefined : mapping.byId.get(referent(mapping, arn, 'lambda') ?? '');
  const shared = [['CapacityProviderScalingConfig'], ['ScalingConfig']].flatMap(([part = '']) =>
    found === undefined ? [] : [setting(found, [part, 'MaxVCpuCount'], number)],
  );
  return shared.find((one) => !isUnsaid(one)) ?? fixed(usualVirtualCpus, declared.at);
}

const pathToArn = ['LambdaManagedInstancesCapacityProviderConfig', 'CapacityProviderArn'];

const perTenant = words({ PER_TENANT: true } as const);
const isolated: Codec<boolean> = { read: perTenant.read, write: (on) => (on ? 'PER_TENANT' : undefined) };

/** Whether each tenant has instances of its own, and how long a durable execution may go on. */
export function durationOf(declared: Declared): Pick<ServerlessFunction, 'tenantIsolated' | 'durableTimeout'> {
  return {
    tenantIsolated: setting(declared, ['TenancyConfig', 'TenantIsolationMode'], isolated),
    durableTimeout: setting(declared, ['DurableConfig', 'ExecutionTimeout'], number),
  };
}

/** Environments of a web function: an endpoint that names a maximum bounds it; without one only the account does. */
export function environmentsOf(mapping: Mapping, web: Declared): ServerlessFunction['concurrency'] {
  const [endpoint = web] = mapping.pointing('AWS::Lambda::WebFunctionEndpoint', ['FunctionName'], web.id);
  return setting(endpoint, ['ScalingConfig', 'MaxEnvironments'], number);
}
