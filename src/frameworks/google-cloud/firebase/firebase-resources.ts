import { type GoogleParts, mapGoogle } from '../../../clouds/google/google-model.js';
import type { Declared } from '../../../clouds/google/google-stack.js';
import type { GoogleBinding } from '../../../clouds/google/identity/google-bindings.js';
import { text } from '../../../clouds/values/codec.js';
import { type Renaming, renamed } from '../../../clouds/values/renaming.js';
import { settingOf } from '../../../clouds/values/section.js';
import type { Route } from '../../../model/api.js';
import { unknown } from '../../../model/setting.js';
import type { MapEntry, Value } from '../../../model/value.js';
import { type Deployed, functionOf, optionSection } from './firebase-functions.js';
import { startOf } from './options.js';

/** Options of the library by the API's names for them. */
const fields: Renaming = {
  'serviceConfig.timeoutSeconds': { key: 'timeoutSeconds' },
  'serviceConfig.availableMemory': {
    key: 'memory',
    read: (value: Value) =>
      value.kind === 'scalar' ? { ...value, value: String(value.value).replace(/i?B$/, 'i') } : value,
    write: (size) => (typeof size === 'number' ? `${size}MiB` : undefined),
  },
  'serviceConfig.maxInstanceCount': { key: 'maxInstances' },
  'serviceConfig.ingressSettings': { key: 'ingressSettings' },
  httpsTrigger: { key: 'onRequest' },
};

/** What the exports of a project deploy. Who may call them is often said elsewhere, or asked by their code. */
export function firebaseParts(deployed: readonly Deployed[]): Pick<GoogleParts, 'functions' | 'apis' | 'routes'> {
  const { functions, apis, routes } = mapGoogle({
    resources: deployed.map(declaredBy),
    bindings: deployed.flatMap(openedBy),
    open: true,
  });
  const byName = new Map(deployed.map((one) => [one.exported.name, one]));
  const of = (name: string | undefined) => byName.get(name ?? '');
  return {
    functions: functions.map((fn) => functionOf(fn, of(fn.id))),
    apis,
    routes: routes.map((route) => routeOf(route, of(route.function))),
  };
}

function declaredBy(deployed: Deployed): Declared {
  const { exported, options } = deployed;
  const { name, at, whole } = exported;
  const isRequest = startOf(exported)?.kind === 'request';
  const started: MapEntry = { key: 'onRequest', keyAt: at, value: { kind: 'scalar', value: isRequest, at } };
  const section = optionSection(deployed);
  const closed = invokerOf(deployed);
  return {
    ...{ id: name, type: isRequest ? 'onRequest' : 'function', at, whole },
    asset: 'cloudfunctions.googleapis.com/Function',
    properties: renamed({ ...section, map: { ...options, entries: [...options.entries, started] } }, fields),
    address: `https/${name}`,
    ...(closed.kind === 'known' && closed.value !== 'public' && { closed: closed.at }),
  };
}

function invokerOf(deployed: Deployed) {
  return settingOf<string, string>(optionSection(deployed), ['invoker'], text);
}

/** The option that binds everybody. */
function openedBy(deployed: Deployed): readonly GoogleBinding[] {
  const { name, at, whole } = deployed.exported;
  const invoker = invokerOf(deployed);
  if (invoker.kind !== 'known' || invoker.value !== 'public') return [];
  const { at: said } = invoker;
  return [
    {
      ...{ id: name, key: `${name} invoker`, type: 'onRequest', at, whole },
      ...{ role: 'roles/run.invoker', roleAt: said, member: 'allUsers', memberAt: said, account: undefined },
      ...{ scope: 'cloudfunctions.googleapis.com/Function', on: name, narrowed: false },
      remove: () => invoker.write('private'),
    },
  ];
}

/** The code of a function may ask callers itself, mostly for tokens. */
function routeOf(route: Route, deployed: Deployed | undefined): Route {
  const name = deployed?.exported.name ?? '';
  const auth = deployed?.exported.checksCallers ? unknown(route.auth.at, 'checked by the function') : route.auth;
  return { ...route, id: `${route.id}${name}`, path: `/${name}`, auth };
}
