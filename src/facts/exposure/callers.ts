import type { Api, AuthKind, FunctionUrl, Route } from '../../model/api.js';
import type { Model } from '../../model/model.js';
import { known, when } from '../../model/setting.js';
import type { Store } from '../../model/store.js';
import { type Caller, type Door, plainly, quoted } from './door.js';
import { entryPointOfRoute, entryPointOfUrl } from './entry-points.js';
import { letsAnyoneIn, outsidersStores } from './outsiders.js';
import { describeRoute } from './routes.js';
import { sideDoors } from './side-doors.js';

const byAuth: Readonly<Record<AuthKind, Caller>> = {
  none: 'anyone',
  'api-key': 'key holders',
  'function-key': 'key holders',
  jwt: 'signed-in users',
  cognito: 'signed-in users',
  entra: 'signed-in users',
  lambda: 'accepted callers',
  iam: 'accepted callers',
  mtls: 'accepted callers',
};

/** Every way into a stack from outside, with who gets in. */
export function doorsOf(model: Model): readonly Door[] {
  const apis = new Map(model.apis.map((api) => [api.id, api]));
  const connects = new Map(model.routes.filter(({ path }) => path === '$connect').map((route) => [route.api, route]));
  const routes = model.routes.map((route) => {
    const api = apis.get(route.api ?? '');
    return { route, api, exposure: entryPointOfRoute(route, api, connects.get(api?.id))?.exposure };
  });
  const open = new Set(routes.flatMap(({ route, exposure }) => (exposure === 'open' ? [route.id] : [])));
  return [
    ...routes.flatMap(({ route, api, exposure }) =>
      exposure === undefined ? [] : [doorOfRoute(route, api, exposure)],
    ),
    ...model.urls.flatMap(doorOfUrl),
    ...model.stores.flatMap(doorsOfBucket),
    ...sideDoors(model),
    ...doorsBehind(model, (id) => open.has(id)),
  ];
}

function doorOfRoute(route: Route, api: Api | undefined, exposure: string): Door {
  const kind = known(route.auth)?.kind;
  const plain = kind === undefined ? 'unknown' : byAuth[kind];
  // A private API or a client certificate keeps out whoever the route would let in.
  const kept = exposure === 'unknown' ? 'unknown' : 'accepted callers';
  const isKept = (plain === 'anyone' && exposure !== 'open') || (plain === 'key holders' && exposure !== 'keyed');
  const owner = api === undefined ? '' : ` of ${plainly(api.id)}`;
  return {
    id: `route ${route.api ?? ''} ${route.method} ${route.path} ${route.function ?? ''}`,
    words: `call ${quoted(describeRoute(route))}${owner}`,
    caller: isKept ? kept : plain,
    function: route.function,
  };
}

function doorOfUrl(url: FunctionUrl): readonly Door[] {
  const entry = entryPointOfUrl(url);
  if (entry === undefined) return [];
  const callers = { open: 'anyone', keyed: 'key holders', authenticated: 'accepted callers' } as const;
  const { exposure } = entry;
  const caller = exposure === 'internal' || exposure === 'unknown' ? 'unknown' : callers[exposure];
  const words = `call the URL of ${plainly(entry.function)}`;
  return [{ id: `url ${entry.function}`, words, caller, function: entry.function }];
}

function doorsOfBucket({ id, store, publicAccess }: Store): readonly Door[] {
  if (store !== 'bucket' || publicAccess === undefined) return [];
  const { acl, blocked } = publicAccess;
  const isBlocked = when(blocked, (on) => on, { absent: true }) !== undefined;
  const access = known(acl);
  const caller = (is: boolean): Caller => (is && !isBlocked ? 'anyone' : acl.kind === 'unknown' ? 'unknown' : 'nobody');
  return [
    {
      id: `read ${id}`,
      words: `read the objects of ${plainly(id)}`,
      caller: caller(access === 'read' || access === 'write'),
    },
    { id: `write ${id}`, words: `write objects to ${plainly(id)}`, caller: caller(access === 'write') },
  ];
}

const puts: Readonly<Record<string, string>> = {
  queue: 'send messages to',
  topic: 'publish to',
  bus: 'put events on',
  stream: 'put records to',
  bucket: 'put objects into',
  table: 'write items to',
};

/** Stores into which requests of open routes flow. What their own policies allow is told as access. */
function doorsBehind(model: Model, isOpen: (id: string) => boolean): readonly Door[] {
  const byPolicy = new Set(model.resourcePolicies.filter(letsAnyoneIn).map(({ target }) => target));
  const reached = outsidersStores(model, isOpen);
  return model.stores.flatMap(({ id, store, publicAccess }): readonly Door[] => {
    const verb = puts[store];
    const isWritable = publicAccess !== undefined && known(publicAccess.acl) === 'write';
    if (verb === undefined || byPolicy.has(id) || isWritable) return [];
    const words = `${verb} ${plainly(id)} through a route`;
    return [{ id: `into ${id}`, words, caller: reached.has(id) ? 'anyone' : 'nobody' }];
  });
}
