import type { Auth, AuthKind, Route } from '../../../model/api.js';
import { absent, none, type Setting } from '../../../model/setting.js';
import { itemsOf, textOf, type Value } from '../../../model/value.js';
import { text } from '../../values/codec.js';
import { withWrite } from '../../values/writes.js';
import { functionNamed } from '../functions/reference.js';
import { declarationOf, type Mapping, property, referent, setting } from '../mapping.js';
import { referencesIn } from '../references-in.js';
import type { KnownApis } from '../sam/routes.js';
import type { Declared } from '../template.js';
import { writeAuth } from './auth-writes.js';
import { routeId } from './route-id.js';
import { stageThrottle } from './stage-throttle.js';
import { standsAlone } from './standing-alone.js';
import { storeBehind } from './store-behind.js';

/** Routes of HTTP and WebSocket APIs written as plain CloudFormation, and the one that a quick-created API has. */
export function httpRoutes(mapping: Mapping, apis: KnownApis): readonly Route[] {
  const declared = mapping.ofType('AWS::ApiGatewayV2::Route').map((route) => routeOf(mapping, route, apis));
  const quick = mapping.ofType('AWS::ApiGatewayV2::Api').filter((api) => property(api, 'Target') !== undefined);
  return [...declared, ...quick.map((api) => quickRoute(mapping, api))];
}

function routeOf(mapping: Mapping, declared: Declared, { apis, sources }: KnownApis): Route {
  const api = referent(mapping, property(declared, 'ApiId'));
  const key = textOf(property(declared, 'RouteKey')) ?? '?';
  const isSocket = apis.get(api ?? '')?.api === 'websocket' || /^\$(?:dis)?connect$/.test(key);
  const place = isSocket ? { method: 'WS', path: key } : placeOf(key);
  const integration = integrationOf(mapping, property(declared, 'Target'));
  const uri = integration && (property(integration, 'IntegrationUri') ?? property(integration, 'RequestParameters'));
  const behind = functionNamed(mapping, uri);
  const source = sources.get(api ?? '');
  return {
    ...declarationOf(declared),
    id: routeId(api, place),
    kind: 'route',
    api,
    ...place,
    auth: isSocket || api !== undefined ? authOf(mapping, declared) : saidAuth(mapping, declared),
    validation: none(declared.at),
    hasModel: false,
    throttle: source === undefined ? absent(declared.at) : stageThrottle(source, place, declared.at),
    function: behind,
    integration: behind !== undefined ? 'function' : kindOf(integration),
    ...storeBehind(mapping, behind, [uri]),
    alone: standsAlone(mapping, declared),
  };
}

/** `GET /orders`, `$default`. */
function placeOf(key: string): { readonly method: string; readonly path: string } {
  const [method = 'ANY', path] = key.trim().split(/\s+/, 2);
  return path === undefined ? { method: 'ANY', path: key } : { method: method.toUpperCase(), path };
}

/** `integrations/<Integration>`. */
function integrationOf(mapping: Mapping, target: Value | undefined): Declared | undefined {
  const [first] = referencesIn(target);
  const declared = first?.kind === 'reference' ? mapping.byId.get(first.to) : undefined;
  return declared?.type === 'AWS::ApiGatewayV2::Integration' ? declared : undefined;
}

function kindOf(integration: Declared | undefined): Route['integration'] {
  const type = integration && textOf(property(integration, 'IntegrationType'));
  if (type === 'MOCK') return 'mock';
  if (type === 'HTTP' || type === 'HTTP_PROXY') return 'http';
  const isService = integration !== undefined && property(integration, 'IntegrationSubtype') !== undefined;
  if (type === 'AWS_PROXY') return isService ? 'service' : 'function';
  return type === 'AWS' ? 'service' : 'unknown';
}

const kinds = new Map<string, AuthKind>([
  ['NONE', 'none'],
  ['AWS_IAM', 'iam'],
  ['JWT', 'jwt'],
  ['CUSTOM', 'lambda'],
]);

function authOf(mapping: Mapping, declared: Declared): Setting<Auth> {
  const scopes = itemsOf(property(declared, 'AuthorizationScopes')).flatMap((scope) => textOf(scope) ?? []);
  const authorizer = referent(mapping, property(declared, 'AuthorizerId'));
  const more = { ...(authorizer !== undefined && { authorizer }), ...(scopes.length > 0 && { scopes }) };
  const asked = setting<Auth, Auth>(declared, ['AuthorizationType'], {
    read: (value) => {
      const kind = kinds.get(text.read(value)?.toUpperCase() ?? '');
      return kind === undefined ? undefined : { kind, ...(kind === 'none' ? {} : more) };
    },
    write: () => undefined,
  });
  const read = withWrite<Auth, Auth, Auth>(asked, () => (auth) => writeAuth(mapping, declared, auth));
  if (read.kind !== 'absent') return read;
  return { kind: 'known', value: { kind: 'none' }, at: read.at, confidence: 'high', write: read.write };
}

/** An HTTP API of another stack asks nothing of callers either: its routes say it by themselves, where their key stands. */
function saidAuth(mapping: Mapping, declared: Declared): Setting<Auth> {
  const auth = authOf(mapping, declared);
  const key = property(declared, 'RouteKey');
  const isSilent = auth.kind === 'known' && property(declared, 'AuthorizationType') === undefined;
  return isSilent && isOfHttp(mapping, textOf(key) ?? '') ? { ...auth, at: key?.at ?? auth.at } : auth;
}

/** Paths are of HTTP APIs. What is for everything else may be of either, and is of the kind that the routes beside it are of. */
function isOfHttp(mapping: Mapping, key: string): boolean {
  if (key !== '$default') return isPath(key);
  const routes = mapping.ofType('AWS::ApiGatewayV2::Route');
  const keys = routes.map((route) => textOf(property(route, 'RouteKey')) ?? '?');
  const isCalled = (kind: string) => routes.some((route) => textOf(property(route, 'AuthorizationType')) === kind);
  return keys.every((one) => one === key || isPath(one)) && (keys.some(isPath) || isCalled('JWT'));
}

function isPath(key: string): boolean {
  return /\s\//.test(key);
}

/** `Target` makes one route for everything, which nobody protects. */
function quickRoute(mapping: Mapping, declared: Declared): Route {
  const place = { method: 'ANY', path: textOf(property(declared, 'RouteKey'))?.split(/\s+/).at(-1) ?? '$default' };
  const open: Setting<Auth> = setting<Auth, Auth>(declared, ['Target'], {
    read: () => ({ kind: 'none' }),
    write: () => undefined,
  });
  return {
    ...declarationOf(declared),
    id: routeId(declared.id, place),
    kind: 'route',
    api: declared.id,
    ...place,
    auth: withWrite<Auth, Auth, Auth>(open, () => () => undefined),
    validation: none(declared.at),
    hasModel: false,
    throttle: absent(declared.at),
    function: functionNamed(mapping, property(declared, 'Target')),
    integration: functionNamed(mapping, property(declared, 'Target')) === undefined ? 'http' : 'function',
  };
}
