import { routeId } from '../../../clouds/aws/apis/route-id.js';
import type { Mapping } from '../../../clouds/aws/mapping.js';
import { triggerOf } from '../../../clouds/aws/triggers/trigger.js';
import { plainRoute } from '../../../clouds/plain/route.js';
import type { Auth, Route } from '../../../model/api.js';
import { type Setting, unknown } from '../../../model/setting.js';
import type { Trigger } from '../../../model/trigger.js';
import { type MapEntry, textOf, valueAt } from '../../../model/value.js';
import type { Service } from '../service/service.js';
import { constructsIn, liftPlugin } from './lift-functions.js';

/** What starts the workers of queues. */
export function constructTriggers({ root, functions }: Service, mapping: Mapping): readonly Trigger[] {
  return constructsIn(root).flatMap(({ key, keyAt, value }) => {
    const worker = functions.find((fn) => fn.key === `${key}Worker`);
    if (worker === undefined || textOf(valueAt(value, 'type')) !== 'queue') return [];
    const resource = { id: `${worker.id}.queue`, type: 'queue', at: keyAt, whole: keyAt };
    return [triggerOf(mapping, { resource, trigger: 'queue', source: undefined, function: worker.id })];
  });
}

/** The addresses of webhooks, whose requests a bus receives. */
export function webhookRoutes({ root, functions, plugins }: Service): readonly Route[] {
  if (!plugins.has(liftPlugin)) return [];
  return constructsIn(root).flatMap(({ key, keyAt, value }): readonly Route[] => {
    if (textOf(valueAt(value, 'type')) !== 'webhook') return [];
    const [method = 'POST', path = '/'] = (textOf(valueAt(value, 'path')) ?? '').split(/\s+/, 2);
    const place = { method: method.toUpperCase() || 'POST', path };
    const decides = functions.find((fn) => fn.key === `${key}Authorizer`)?.id;
    return [
      plainRoute({
        id: routeId(`webhook ${key}`, place),
        type: 'webhook',
        at: keyAt,
        whole: keyAt,
        api: undefined,
        ...place,
        auth: authOf({ key, keyAt, value }, decides),
        function: undefined,
        integration: 'service',
      }),
    ];
  });
}

function authOf({ keyAt, value }: MapEntry, decides: string | undefined): Setting<Auth> {
  const write = (): undefined => undefined;
  if (decides !== undefined)
    return { kind: 'known', value: { kind: 'lambda', authorizer: decides }, at: keyAt, confidence: 'high', write };
  const insecure = valueAt(value, 'insecure');
  if (insecure === undefined || textOf(insecure) !== 'true') return unknown(keyAt, 'webhook');
  return { kind: 'known', value: { kind: 'none' }, at: insecure.at, confidence: 'high', write };
}

/** Functions that decide about the requests of webhooks. */
export function webhookAuthorizers({ root, functions }: Service): readonly string[] {
  const names = new Set(constructsIn(root).map(({ key }) => `${key}Authorizer`));
  return functions.filter(({ key }) => names.has(key)).map(({ id }) => id);
}
