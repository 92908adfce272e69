import { routeId } from '../../../clouds/aws/apis/route-id.js';
import { plainApi } from '../../../clouds/plain/api.js';
import { plainRoute } from '../../../clouds/plain/route.js';
import { settingOf } from '../../../clouds/values/section.js';
import type { Api, Auth, AuthKind, Route } from '../../../model/api.js';
import type { SandboxImage } from '../../../model/sandbox.js';
import { absent, fixed, none, type Setting, unknown } from '../../../model/setting.js';
import { itemsOf, type MapEntry, textOf, type Value, valueAt } from '../../../model/value.js';
import type { Service } from '../service/service.js';

/**
 * `ai:` of the fourth version: gateways for tools, which ask for signed requests unless they say otherwise, and interpreters of
 * code, which reach nothing unless they say otherwise. Read from serverless/serverless 4.41.0, bedrock-agentcore/compilers, 2026-11-26.
 */
export function agentsOf(service: Service): {
  readonly apis: readonly Api[];
  readonly routes: readonly Route[];
  readonly sandboxImages: readonly SandboxImage[];
} {
  const gateways = entriesIn(valueAt(service.root, 'ai', 'gateways'));
  const interpreters = entriesIn(valueAt(service.root, 'ai', 'codeInterpreters'));
  return {
    apis: gateways.map((entry) => apiOf(entry, service)),
    routes: gateways.flatMap((entry) => routesOf(entry, service)),
    sandboxImages: interpreters.map((entry) => interpreterOf(entry, service)),
  };
}

function entriesIn(map: Value | undefined): readonly MapEntry[] {
  return map?.kind === 'map' ? map.entries : [];
}

function idOf({ key }: MapEntry): string {
  return `gateway ${key}`;
}

function apiOf(entry: MapEntry, { reading }: Service): Api {
  const { keyAt: at, value } = entry;
  return plainApi({
    ...{
      id: idOf(entry),
      type: 'gateway',
      at,
      whole: value.at,
      api: 'agents',
      visibility: absent(at),
      routesOpen: true,
    },
    firewall: unknown(at, 'not read'),
    revealsErrors: settingOf<boolean, boolean>({ map: value, at, reading }, ['exceptionLevel'], talkative),
  });
}

const talkative = {
  read: (value: Value) => (textOf(value) === undefined ? undefined : textOf(value)?.toLowerCase() === 'debug'),
  write: () => undefined,
};

const kinds: ReadonlyMap<string, AuthKind> = new Map([
  ['none', 'none'],
  ['aws_iam', 'iam'],
  ['custom_jwt', 'jwt'],
]);

const authorizers = {
  read: (value: Value): Auth | undefined => {
    const said = textOf(value) ?? textOf(valueAt(value, 'type'));
    const kind = kinds.get(said?.toLowerCase() ?? '');
    return kind === undefined ? undefined : { kind };
  },
  write: ({ kind }: Auth) => (kind === 'iam' ? 'AWS_IAM' : undefined),
};

/** One way in; behind it stand the functions that it offers as tools. */
function routesOf(entry: MapEntry, service: Service): readonly Route[] {
  const tools = itemsOf(valueAt(entry.value, 'tools')).flatMap((tool) => functionOf(textOf(tool), service) ?? []);
  const [first, ...more] = tools;
  return [routeOf(entry, '/mcp', first, service), ...more.map((fn) => routeOf(entry, `/mcp (${fn})`, fn, service))];
}

function functionOf(tool: string | undefined, { root, functions }: Service): string | undefined {
  const named = tool === undefined ? undefined : valueAt(root, 'ai', 'tools', tool, 'function');
  const key = textOf(named) ?? textOf(valueAt(named, 'name'));
  return functions.find((fn) => fn.key === key)?.id;
}

function routeOf(entry: MapEntry, path: string, fn: string | undefined, { reading }: Service): Route {
  const { keyAt: at, value } = entry;
  const place = { method: 'POST', path };
  const said = settingOf<Auth, Auth>({ map: value, at, reading }, ['authorizer'], authorizers);
  const auth: Setting<Auth> = said.kind === 'absent' ? fixed<Auth>({ kind: 'iam' }, at) : said;
  return plainRoute({
    ...{ id: routeId(idOf(entry), place), type: 'gateway', at, whole: value.at, api: idOf(entry), ...place },
    ...{ auth, function: fn, integration: fn === undefined ? 'service' : 'function' },
  });
}

function interpreterOf({ key, keyAt: at, value }: MapEntry, { reading }: Service): SandboxImage {
  const mode = settingOf<boolean, boolean>({ map: value, at, reading }, ['network', 'mode'], {
    read: (word) => (textOf(word) === undefined ? undefined : textOf(word)?.toUpperCase() === 'PUBLIC'),
    write: (open) => (open ? undefined : 'SANDBOX'),
  });
  return {
    ...{ id: `code interpreter ${key}`, type: 'codeInterpreter', at, whole: value.at, kind: 'sandbox-image' },
    allCapabilities: none(at),
    reachesInternet: mode.kind === 'absent' ? none(at) : mode,
    variables: [],
  };
}
