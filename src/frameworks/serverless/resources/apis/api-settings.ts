import type { ApiSource } from '../../../../clouds/aws/apis/api-source.js';
import { flag, invertedFlag } from '../../../../clouds/values/codec.js';
import { madeList, madeMap } from '../../../../clouds/values/made.js';
import { settingOf } from '../../../../clouds/values/section.js';
import { firstSaid } from '../../../../clouds/values/writes.js';
import type { Api, CustomDomain } from '../../../../model/api.js';
import { absent, fixed, isUnsaid, none, unknown } from '../../../../model/setting.js';
import type { Span } from '../../../../model/span.js';
import { entryOf, itemsOf, textOf, valueAt } from '../../../../model/value.js';
import type { Service } from '../../service/service.js';
import { ofRestApi } from '../../service/settings.js';
import { hasOpenEvents } from '../events/configured-events.js';
import { apiTracing } from '../functions/function-settings.js';
import { overridingMap, withOverride } from '../overrides.js';
import type { Kind } from './api-kinds.js';
import { apiLogs } from './api-logs.js';
import { apiThrottle, clientLimits, stages } from './api-throttle.js';
import type { EntryPointKind } from './route-auth.js';

/** An API with what the provider says about its kind. */
export function withSettings(service: Service, { kind, section }: Kind, api: Api, isElsewhere: boolean): Api {
  const { at } = api;
  const endpoint = settingOf({ ...service.provider, at }, [section, 'disableDefaultEndpoint'], invertedFlag);
  const elsewhere = unknown(at, 'api elsewhere');
  const settings: Partial<Api> = isElsewhere
    ? {
        throttle: elsewhere,
        accessLog: elsewhere,
        accessLogFormat: elsewhere,
        executionLog: elsewhere,
        dataTrace: elsewhere,
        tracing: elsewhere,
      }
    : {
        ...apiLogs(service, kind, at),
        throttle: api.throttle.kind === 'known' ? api.throttle : apiThrottle(service, kind, at),
        tracing: kind === 'rest' ? tracingAt(service, at) : none(at),
        caching: api.caching ?? (kind === 'rest' ? cachingOf(service) : undefined),
        ...saidOfStage(service, kind, api),
      };
  return {
    ...api,
    ...settings,
    called: calledIn(service, api),
    ...(api.clientLimits && { clientLimits: [...api.clientLimits, ...clientLimits(service, at)] }),
    defaultEndpoint: isElsewhere
      ? elsewhere
      : endpoint.kind === 'absent'
        ? firstSaid(endpoint, api.defaultEndpoint)
        : endpoint,
    domain: api.domain ?? domainOf(service, kind),
    firewall: isElsewhere ? firstSaid(firewallOf(service, api), elsewhere) : firewallOf(service, api),
    routesOpen: service.open || isElsewhere || service.functions.some(hasOpenEvents),
  };
}

/** The framework names an API after the service, unless it is named itself. */
function calledIn({ root, provider }: Service, { called = [] }: Api): readonly string[] {
  const written = [
    valueAt(root, 'service'),
    valueAt(provider.map, 'apiName'),
    valueAt(provider.map, 'httpApi', 'name'),
  ];
  return [...called, ...written.flatMap((one) => textOf(one) ?? [])];
}

/** What the service says of the stage in CloudFormation's words. */
function saidOfStage(service: Service, kind: EntryPointKind, api: Api): Partial<Api> {
  if (overridingMap(service, stages[kind], api.at) === undefined) return {};
  const { accessLog, accessLogFormat, executionLog, dataTrace, tracing } = api;
  return Object.fromEntries(
    Object.entries({ accessLog, accessLogFormat, executionLog, dataTrace, tracing }).filter(
      ([, setting]) => setting !== undefined && !isUnsaid(setting),
    ),
  );
}

function tracingAt(service: Service, at: Span): Api['tracing'] {
  const tracing = apiTracing(service);
  if (tracing.kind !== 'absent') return tracing;
  const { writer } = service.reading;
  return { kind: 'absent', at, write: (on) => writer.insert(service.root, ['provider', 'tracing', 'apiGateway'], on) };
}

/** The cache of a plugin, which is in the clear unless it says otherwise. */
function cachingOf({ custom, reading }: Service): Api['caching'] {
  const entry = entryOf(custom, 'apiGatewayCaching');
  if (entry === undefined) return undefined;
  const section = { map: entry.value, at: entry.keyAt, reading };
  return {
    enabled: settingOf(section, ['enabled'], flag),
    encrypted: settingOf(section, ['dataEncrypted'], flag),
  };
}

function firewallOf({ custom }: Service, { firewall }: Api): Api['firewall'] {
  const plugin = entryOf(custom, 'associateWaf') ?? entryOf(custom, 'wafAssociation');
  return plugin === undefined ? firewall : fixed(true, plugin.keyAt);
}

/** An API as the framework declares it. */
export function sourceOf(service: Service, { kind, id }: Kind, at: Span): ApiSource {
  const { reading } = service;
  const { map } = service.provider;
  const type = valueAt(map, 'endpointType');
  const policy = ofRestApi(service, 'resourcePolicy');
  const made = madeMap(at, {
    EndpointConfiguration: type && madeMap(at, { Types: madeList(at, [type]) }),
    Policy: policy && madeMap(at, { Statement: policy }),
  });
  const own = withOverride(service, id, kind === 'rest' ? made : madeMap(at, {}));
  const stage = overridingMap(service, stages[kind], at);
  return {
    resource: { id, type: kind, at, whole: at },
    kind,
    own: { map: own, at, reading },
    stages: stage === undefined ? [] : [{ map: stage, at, reading }],
    stageNames: [],
    sam: undefined,
    document: undefined,
    openapi: undefined,
    documentPath: undefined,
    documentOpen: false,
  };
}

/** A domain of the domain manager's plugin, for one API or by kind. */
function domainOf({ custom }: Service, kind: EntryPointKind): CustomDomain | undefined {
  const entry = entryOf(custom, 'customDomain') ?? entryOf(custom, 'customDomains');
  if (entry === undefined) return undefined;
  const domain = itemsOf(entry.value)
    .map((one) => valueAt(one, kind) ?? one)
    .find((one) => valueAt(one, 'domainName') !== undefined);
  if (domain === undefined) return undefined;
  const certificate = valueAt(domain, 'tlsTruststoreUri');
  return { at: entry.keyAt, mutualTls: certificate === undefined ? absent(entry.keyAt) : fixed(true, certificate.at) };
}
