import type { Endpoint, HttpsOnly } from '../../../model/endpoint.js';
import { isUnsaid, known } from '../../../model/setting.js';
import { textOf } from '../../../model/value.js';
import { tls } from '../../plain/tls.js';
import { flag } from '../../values/codec.js';
import { firstSaid } from '../../values/writes.js';
import type { Declared } from '../deployment.js';
import { configOf, functionApps, otherSites } from '../functions/function-apps.js';
import { declarationOf, type Mapping, property, setting } from '../mapping.js';

/** App Service, caches, Service Bus, Event Hubs, SQL: `1.2`. */
const dotted = tls(
  [
    [/^1\.0$/, '1.0'],
    [/^1\.1$/, '1.1'],
    [/^1\.2$/, '1.2'],
    [/^1\.3$/, '1.3'],
  ],
  '1.2',
);

/** Storage accounts and Cosmos DB: `TLS1_2`, `Tls12`. */
const named = (current: string) =>
  tls(
    [
      [/^tls1_0$|^tls$/i, '1.0'],
      [/^tls1_?1$/i, '1.1'],
      [/^tls1_?2$/i, '1.2'],
      [/^tls1_?3$/i, '1.3'],
    ],
    current,
  );

/** What holds data or passes it on, and what each calls its oldest version. */
const others = [
  ['microsoft.storage/storageaccounts', 'storage account', 'minimumTlsVersion', named('TLS1_2')],
  ['microsoft.cache/redis', 'cache', 'minimumTlsVersion', dotted],
  ['microsoft.servicebus/namespaces', 'namespace', 'minimumTlsVersion', dotted],
  ['microsoft.eventhub/namespaces', 'namespace', 'minimumTlsVersion', dotted],
  ['microsoft.eventgrid/topics', 'topic', 'minimumTlsVersionAllowed', dotted],
  ['microsoft.sql/servers', 'server', 'minimalTlsVersion', dotted],
  ['microsoft.documentdb/databaseaccounts', 'account', 'minimalTlsVersion', named('Tls12')],
] as const;

/** Function apps, what they keep data in, and the web apps beside them. */
export function mapEndpoints(mapping: Mapping): readonly Endpoint[] {
  const stores = others.flatMap(([type, what, property, codec]) =>
    mapping.ofType(type).map((declared): Endpoint => {
      const oldestTls = setting(declared, ['properties', property], codec);
      return { ...declarationOf(declared), kind: 'endpoint', what, oldestTls, https: [] };
    }),
  );
  const apps = functionApps(mapping).map((app) => appEndpoint(mapping, app, 'function app'));
  return [...apps, ...otherSites(mapping).map((site) => minor(appEndpoint(mapping, site, 'web app'))), ...stores];
}

/** Of an app that runs no function. */
function minor(endpoint: Endpoint): Endpoint {
  return { ...endpoint, minor: true, https: endpoint.https.map((one) => ({ ...one, minor: true as const })) };
}

function appEndpoint(mapping: Mapping, app: Declared, what: string): Endpoint {
  const configs = configOf(mapping, app, 'web');
  const [first, ...more] = [
    setting(app, ['properties', 'siteConfig', 'minTlsVersion'], dotted),
    setting(app, ['properties', 'siteConfig', 'scmMinTlsVersion'], dotted),
    ...configs.flatMap((config) => [
      setting(config, ['properties', 'minTlsVersion'], dotted),
      setting(config, ['properties', 'scmMinTlsVersion'], dotted),
    ]),
  ].sort((a, b) => age(known(a)) - age(known(b)));
  const oldestTls = firstSaid(first ?? setting(app, ['properties', 'siteConfig', 'minTlsVersion'], dotted), ...more);
  return { ...declarationOf(app), kind: 'endpoint', what, oldestTls, https: httpsOf(app) };
}

/** The oldest first. */
function age(version: string | undefined): number {
  return version === undefined ? 9 : Number(version);
}

/** Slots say it for themselves or not at all; what has no public address is not asked. */
function httpsOf(app: Declared): readonly HttpsOnly[] {
  const only = setting(app, ['properties', 'httpsOnly'], flag);
  const isSlot = app.type.endsWith('/slots');
  const isPrivate = textOf(property(app, 'properties', 'publicNetworkAccess')) === 'Disabled';
  if (isPrivate || (isSlot && isUnsaid(only))) return [];
  return [{ path: undefined, only, byDefault: true }];
}
