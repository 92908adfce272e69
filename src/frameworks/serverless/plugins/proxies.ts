import { routeId } from '../../../clouds/aws/apis/route-id.js';
import { type Mapping, referent } from '../../../clouds/aws/mapping.js';
import { plainRoute } from '../../../clouds/plain/route.js';
import { type Codec, flag, text } from '../../../clouds/values/codec.js';
import { settingOf } from '../../../clouds/values/section.js';
import type { Auth, Route } from '../../../model/api.js';
import { type Setting, unknown } from '../../../model/setting.js';
import { itemsOf, valueAt } from '../../../model/value.js';
import { placeOf } from '../resources/apis/event-routes.js';
import { type ConfiguredEvent, eventsIn } from '../resources/events/configured-events.js';
import type { Service } from '../service/service.js';

/** Where each kind of proxy names what receives the requests. */
const receivers = new Map([
  ['sqs', 'queueName'],
  ['sns', 'topicName'],
  ['kinesis', 'streamName'],
  ['s3', 'bucket'],
  ['dynamodb', 'tableName'],
  ['eventbridge', 'eventBusName'],
]);

/** The proxies of a plugin: routes of the REST API that hand requests to queues, topics, streams, buckets, tables and buses. */
export function proxiesOf(service: Service): readonly ConfiguredEvent[] {
  const { custom, provider, reading } = service;
  const owner = { id: 'proxies', key: 'proxies', at: provider.at, whole: provider.at };
  const fn = { ...owner, section: { map: undefined, at: provider.at, reading } };
  const events = eventsIn(service, fn, itemsOf(valueAt(custom, 'apiGatewayServiceProxies')));
  return events.filter(({ type, section }) => receivers.has(type) && section.map?.kind === 'map');
}

export function proxyRoute(mapping: Mapping, api: string, event: ConfiguredEvent): Route {
  const { at, whole, type, section } = event;
  const place = placeOf('rest', event);
  const store = referent(mapping, valueAt(section.map, receivers.get(type) ?? ''));
  return plainRoute({
    id: routeId(api, place),
    type: `proxy to ${type}`,
    at,
    whole,
    api,
    ...place,
    auth: authOf(event),
    validation: unknown(at, 'made by the plugin'),
    function: undefined,
    integration: 'service',
    ...(store !== undefined && { store }),
  });
}

const kinds = new Map<string, Auth['kind']>([
  ['NONE', 'none'],
  ['AWS_IAM', 'iam'],
  ['CUSTOM', 'lambda'],
  ['COGNITO_USER_POOLS', 'cognito'],
]);

const words: Codec<Auth> = {
  read: (value) => {
    const kind = kinds.get(text.read(value) ?? '');
    return kind && { kind };
  },
  write: ({ kind }) => (kind === 'iam' ? 'AWS_IAM' : undefined),
};

/** Without a type nobody has to prove anything, but for the key of `private`. */
function authOf({ section, at }: ConfiguredEvent): Setting<Auth> {
  const said = settingOf(section, ['authorizationType'], words);
  if (said.kind !== 'known' && said.kind !== 'absent') return said;
  if (said.kind === 'known' && said.value.kind !== 'none') return said;
  const key = settingOf(section, ['private'], flag);
  const { write } = said;
  if (key.kind === 'known' && key.value) {
    return { kind: 'known', value: { kind: 'api-key' }, at: key.at, confidence: key.confidence, write };
  }
  return said.kind === 'known' ? said : { kind: 'known', value: { kind: 'none' }, at, confidence: 'high', write };
}
