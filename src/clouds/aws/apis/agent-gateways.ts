import type { Api, Auth, AuthKind, Route } from '../../../model/api.js';
import { absent, type Setting, unknown } from '../../../model/setting.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { plainApi } from '../../plain/api.js';
import { plainRoute } from '../../plain/route.js';
import type { Codec } from '../../values/codec.js';
import { functionNamed } from '../functions/reference.js';
import { declarationOf, type Mapping, property, setting } from '../mapping.js';
import type { Declared } from '../template.js';
import { agentNamed } from './agent-runtimes.js';
import { tokenAuthorizers } from './agent-tokens.js';
import type { ApisAndRoutes } from './apis-and-routes.js';
import { routeId } from './route-id.js';

const type = 'AWS::BedrockAgentCore::Gateway';

const kinds: ReadonlyMap<string, AuthKind> = new Map([
  ['NONE', 'none'],
  ['AWS_IAM', 'iam'],
  ['CUSTOM_JWT', 'jwt'],
]);

/** `AUTHENTICATE_ONLY` leaves it to what stands behind, so nothing is known. */
const authorizers: Codec<Auth> = {
  read: (value) => {
    const kind = kinds.get(textOf(value) ?? '');
    return kind === undefined ? undefined : { kind };
  },
  write: ({ kind }) => (kind === 'iam' ? 'AWS_IAM' : undefined),
};

/** `DEBUG`, the only level, has callers see the messages of what failed; without one they see a plain error. */
const talkative: Codec<boolean> = {
  read: (value) => {
    const level = textOf(value);
    return level === undefined ? undefined : level === 'DEBUG';
  },
  write: () => undefined,
};

/** Gateways for tools of agents (docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-inbound-auth.html, 2026-11-26). */
export function agentGateways(mapping: Mapping): ApisAndRoutes {
  const gateways = mapping.ofType(type);
  return { apis: gateways.map(apiOf), routes: gateways.flatMap((gateway) => routesOf(mapping, gateway)) };
}

function apiOf(declared: Declared): Api {
  const { at } = declared;
  return plainApi({
    ...declarationOf(declared),
    api: 'agents',
    visibility: absent(at),
    firewall: unknown(at, 'not read'),
    authorizers: tokenAuthorizers(declared),
    revealsErrors: setting(declared, ['ExceptionLevel'], talkative),
    routesOpen: true,
  });
}

/** One way in; behind it stand the functions that its targets call as tools. */
function routesOf(mapping: Mapping, declared: Declared): readonly Route[] {
  const targets = mapping.pointing('AWS::BedrockAgentCore::GatewayTarget', ['GatewayIdentifier'], declared.id);
  const tools = targets.flatMap(
    (target) =>
      functionNamed(mapping, property(target, ...tool)) ?? agentNamed(mapping, property(target, ...agent)) ?? [],
  );
  const [first, ...more] = tools;
  return [routeOf(declared, '/mcp', first), ...more.map((fn) => routeOf(declared, `/mcp (${fn})`, fn))];
}

const tool = ['TargetConfiguration', 'Mcp', 'Lambda', 'LambdaArn'] as const;
const agent = ['TargetConfiguration', 'Http', 'AgentcoreRuntime', 'Arn'] as const;

function routeOf(declared: Declared, path: string, fn: string | undefined): Route {
  const place = { method: 'POST', path };
  return plainRoute({
    ...declarationOf(declared),
    id: routeId(declared.id, place),
    api: declared.id,
    ...place,
    auth: authOf(declared),
    function: fn,
    integration: fn === undefined ? 'service' : 'function',
  });
}

/** A policy engine that enforces, or an interceptor of requests, may decide in the gateway's place. */
function authOf(declared: Declared): Setting<Auth> {
  const engine = property(declared, 'PolicyEngineConfiguration');
  const isDecided = engine !== undefined && textOf(valueAt(engine, 'Mode')) !== 'LOG_ONLY';
  const interceptors = itemsOf(property(declared, 'InterceptorConfigurations'));
  if (isDecided || interceptors.some(isForRequests))
    return unknown(declared.at, 'decided by a policy or an interceptor');
  return setting(declared, ['AuthorizerType'], authorizers);
}

function isForRequests(interceptor: Value): boolean {
  const points = itemsOf(valueAt(interceptor, 'InterceptionPoints'));
  return points.length === 0 || points.some((point) => textOf(point) !== 'RESPONSE');
}
