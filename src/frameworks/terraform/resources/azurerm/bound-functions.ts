import type { Auth, Route } from '../../../../model/api.js';
import { absent, known, type Setting } from '../../../../model/setting.js';
import type { Trigger, TriggerKind } from '../../../../model/trigger.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../../model/value.js';
import { words } from '../../../reading/codec.js';
import { settingOf } from '../../../reading/section.js';
import { termOf } from '../../../reading/terms.js';
import { mapSetting, withWrite } from '../../../reading/writes.js';
import { type Declared, declarationOf, declaredOf, type Mapping, property, referent, same } from '../cloud.js';
import { document, type Fields } from '../field.js';
import { addressOf } from './apis.js';
import { appFields } from './app-fields.js';
import { signInOf } from './sign-in.js';

/** A function that is declared with its bindings. */
export const boundType = 'azurerm_function_app_function';

const fields: Fields = { ...same('name', 'function_app_id', 'enabled'), config: document('config_json') };

/** One binding of a function with the app that it is part of. */
interface Bound {
  readonly app: Declared;
  readonly declared: Declared;
  readonly binding: Value;
  readonly type: string;
}

/** The triggers of functions that are declared with their bindings. */
export function boundIn(mapping: Mapping): readonly Bound[] {
  const apps = new Map(declaredOf(mapping, appFields).map((app) => [app.id, app]));
  return declaredOf(mapping, { [boundType]: fields }).flatMap((declared) => {
    const app = apps.get(referent(property(declared, 'function_app_id')) ?? '');
    if (app === undefined || textOf(property(declared, 'enabled')) === 'false') return [];
    return itemsOf(property(declared, 'config', 'bindings')).flatMap((binding): readonly Bound[] => {
      const type = textOf(valueAt(binding, 'type'))?.toLowerCase();
      return type?.endsWith('trigger') === true ? [{ app, declared, binding, type }] : [];
    });
  });
}

const levels = words({ anonymous: 'none', function: 'function-key', admin: 'api-key' } as const);

/** Functions that requests start. */
export function boundRoutes(mapping: Mapping): readonly Route[] {
  return boundIn(mapping)
    .filter(({ type }) => type === 'httptrigger')
    .map((bound) => routeOf(mapping, bound));
}

function routeOf(mapping: Mapping, bound: Bound): Route {
  const { app, declared, binding } = bound;
  const methods = itemsOf(valueAt(binding, 'methods')).flatMap((one) => textOf(one)?.toUpperCase() ?? []);
  const path = textOf(valueAt(binding, 'route')) ?? textOf(property(declared, 'name')) ?? declared.id;
  return {
    ...declarationOf(declared),
    id: `${declared.id} route`,
    kind: 'route',
    api: addressOf(app),
    method: methods.length === 0 ? 'ANY' : methods.join(','),
    path: `/api/${path.replace(/^\//, '')}`,
    auth: authOf(mapping, bound),
    validation: absent(declared.at),
    hasModel: false,
    throttle: absent(declared.at),
    function: app.id,
    integration: 'function',
  };
}

/** Sign-in comes before keys; without a level the platform asks for a key. */
function authOf({ reading }: Mapping, { app, declared, binding }: Bound): Setting<Auth> {
  const signIn = signInOf(app);
  if (signIn.kind === 'unknown' || signIn.kind === 'choice')
    return { kind: 'unknown', at: signIn.at, because: 'sign-in' };
  if (known(signIn) === true) return certain({ kind: 'entra', authorizer: 'sign-in' }, signIn);
  const level = settingOf({ map: binding, at: declared.at, reading }, ['authLevel'], levels);
  if (level.kind === 'absent') return certain({ kind: 'function-key' }, declared);
  const auth = mapSetting(level, (kind): Auth => ({ kind }));
  return withWrite(
    auth,
    (write) =>
      ({ kind }) =>
        kind === 'function-key' || kind === 'none' ? write(kind) : undefined,
  );
}

function certain(value: Auth, { at }: Pick<Declared, 'at'>): Setting<Auth> {
  return { kind: 'known', value, at, confidence: 'high', write: () => undefined };
}

const kinds: ReadonlyMap<string, TriggerKind> = new Map<string, TriggerKind>([
  ['queuetrigger', 'queue'],
  ['servicebustrigger', 'queue'],
  ['blobtrigger', 'other'],
  ['eventhubtrigger', 'stream'],
  ['timertrigger', 'schedule'],
]);

const names = ['queueName', 'topicName', 'eventHubName', 'path'];

/** Functions that messages and clocks start. Each has a way of its own to keep what fails. */
export function boundTriggers(mapping: Mapping): readonly Trigger[] {
  const named = queuesByName(mapping);
  return boundIn(mapping)
    .filter(({ type }) => type !== 'httptrigger')
    .map(({ app, declared, binding, type }) => {
      const source = names.map((name) => valueAt(binding, name)).find((value) => value !== undefined);
      const name = termOf(source);
      return {
        ...triggerOf(declared, app.id),
        trigger: kinds.get(type) ?? 'other',
        source: name?.to ?? named.get(name?.text ?? ''),
        sourceName: name?.text,
      };
    });
}

const queues = { azurerm_storage_queue: same('name'), azurerm_servicebus_queue: same('name') };

/** Queues by name, where only one is called so. */
function queuesByName(mapping: Mapping): ReadonlyMap<string, string | undefined> {
  const names = new Map<string, string | undefined>();
  for (const queue of declaredOf(mapping, queues)) {
    const name = textOf(property(queue, 'name'));
    if (name !== undefined) names.set(name, names.has(name) ? undefined : queue.id);
  }
  return names;
}

/** A trigger of which nothing is known but what it starts. */
export function triggerOf(declared: Declared, started: string | undefined): Trigger {
  const { at } = declared;
  return {
    ...declarationOf(declared),
    kind: 'trigger',
    trigger: 'other',
    source: undefined,
    sourceName: undefined,
    function: started,
    enabled: absent(at),
    objectFilter: undefined,
    pattern: undefined,
    filtered: absent(at),
    batchSize: absent(at),
    maximumRetries: absent(at),
    maximumAge: absent(at),
    onFailure: { kind: 'unknown', at, because: 'retry policy' },
    maximumConcurrency: absent(at),
    partialBatch: absent(at),
  };
}
