import type { Api, Auth, Route } from '../../../model/api.js';
import { absent, type Setting, unknown } from '../../../model/setting.js';
import type { Trigger } from '../../../model/trigger.js';
import { itemsOf, type MapEntry, textOf, type Value, valueAt } from '../../../model/value.js';
import { frontApi, frontRoute } from '../../plain/front.js';
import { plainTrigger } from '../../plain/trigger.js';
import type { OpenFaasStack } from './openfaas-stack.js';

type EntryPoints = { readonly apis: readonly Api[]; readonly routes: readonly Route[] };

const gateway = 'gateway';

/** The gateway, which hands every request on to the function that its path names. */
export function entryPointsOf({ functions, root }: OpenFaasStack): EntryPoints {
  const [first] = functions;
  if (first === undefined) return { apis: [], routes: [] };
  const at = first.keyAt;
  const resource = { id: gateway, type: gateway, at, whole: root.at };
  const api = frontApi({ resource, api: 'openfaas', visibility: absent(at) });
  return { apis: [api], routes: functions.map(routeOf) };
}

function routeOf({ key, keyAt, value }: MapEntry): Route {
  const id = `${gateway} ANY /function/${key}`;
  const resource = { id, type: 'function', at: keyAt, whole: { ...keyAt, end: Math.max(keyAt.end, value.at.end) } };
  return { ...frontRoute(resource, gateway, key, callersOf(key, keyAt, value)), path: `/function/${key}` };
}

const checks = /auth|hmac|token|jwt|signature|webhook|api-?key/i;

/** The gateway asks callers of functions for nothing; secrets and variables show where the function does so itself. */
function callersOf(key: string, at: MapEntry['keyAt'], fn: Value): Setting<Auth> {
  const environment = valueAt(fn, 'environment');
  const names = [
    key,
    ...itemsOf(valueAt(fn, 'secrets')).map((secret) => textOf(secret) ?? ''),
    ...(environment?.kind === 'map' ? environment.entries.map(({ key }) => key) : []),
  ];
  if (names.some((name) => checks.test(name))) return unknown(at, 'checked by the function');
  return { kind: 'known', value: { kind: 'none' }, at, confidence: 'low', write: () => undefined };
}

/** Topics that connectors watch for a function. */
export function triggersOf({ functions }: OpenFaasStack): readonly Trigger[] {
  return functions.flatMap(({ key, keyAt, value }) => {
    const topics = (textOf(valueAt(value, 'annotations', 'topic')) ?? '').split(',').map((topic) => topic.trim());
    return topics
      .filter((topic) => topic !== '')
      .map((topic) => {
        const resource = { id: `${key}.${topic}`, type: 'topic', at: keyAt, whole: keyAt };
        const trigger = topic === 'cron-function' ? 'schedule' : 'other';
        return plainTrigger({ ...resource, trigger, source: undefined, sourceName: topic, function: key });
      });
  });
}
