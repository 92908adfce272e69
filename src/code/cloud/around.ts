import type { Stack } from '../../facts/stack.js';
import type { ServerlessFunction } from '../../model/function.js';
import { known } from '../../model/setting.js';

/*
 * What the platforms of Azure and Google do with the identity of a function beside its code. Sources: learn.microsoft.com
 * (azure-functions/functions-reference#connections, identity-based connections; app-service/app-service-key-vault-references),
 * cloud.google.com/functions/docs (securing/build-custom-sa, configuring/secrets). 2026-11-26. As patterns of actions.
 */

/** The keys of a connection without a key: `Orders__fullyQualifiedNamespace`. */
const keyless =
  /__(?:\w*serviceUri|accountName|accountEndpoint|fullyQualifiedNamespace|credential|clientId|managedIdentity)/i;
const host = 'AzureWebJobsStorage';

/** What may be done with the identity of a function by what stands around its code. */
export function neededByPlatform(fn: ServerlessFunction, { triggers }: Pick<Stack, 'triggers'>): readonly string[] {
  return [
    ...['storage.objects.get', 'storage.objects.list', 'secretmanager.versions.access'],
    ...['Microsoft.KeyVault/vaults/secrets/getSecret/action', 'Microsoft.KeyVault/vaults/secrets/readMetadata/action'],
    ...['Microsoft.Insights/*'],
    ...(isKeyed(fn) ? [] : ['Microsoft.Storage/*']),
    ...(fn.environmentOpen || fn.environment.some(({ name }) => keyless.test(name)) ? ['Microsoft.*'] : []),
    ...(fn.startsIn?.isBound === true || triggers.some((one) => one.function === fn.id)
      ? ['Microsoft.ServiceBus/*', 'Microsoft.EventHub/*']
      : []),
  ];
}

/** The host keeps its own state with a key, not with the identity. */
function isKeyed({ environment }: ServerlessFunction): boolean {
  return environment.some(
    ({ name, value, holdsKey }) => name === host && (holdsKey === true || /AccountKey=/.test(known(value) ?? '')),
  );
}
