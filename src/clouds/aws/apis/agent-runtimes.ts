import type { Api, Auth, Route } from '../../../model/api.js';
import { absent, fixed, type Setting, unknown } from '../../../model/setting.js';
import type { Value } from '../../../model/value.js';
import { plainApi } from '../../plain/api.js';
import { plainRoute } from '../../plain/route.js';
import { declarationOf, type Mapping, property, referent } from '../mapping.js';
import type { Declared } from '../template.js';
import { tokenAuthorizers, tokenPath } from './agent-tokens.js';
import type { ApisAndRoutes } from './apis-and-routes.js';
import { routeId } from './route-id.js';

/** What hosts the code of an agent. */
export const agentRuntimeType = 'AWS::BedrockAgentCore::Runtime';

/** The runtime that a value names, by itself or by its ARN. */
export function agentNamed(mapping: Mapping, value: Value | undefined): string | undefined {
  const id = referent(mapping, value, 'bedrock-agentcore');
  return id !== undefined && mapping.byId.get(id)?.type === agentRuntimeType ? id : undefined;
}

/**
 * The one way into each runtime: tokens of an issuer where one is named, otherwise signed requests; none is open
 * (docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-oauth.html, npm aws-cdk-lib 2.276.0
 * runtime-authorizer-configuration.d.ts, read 2026-11-27).
 */
export function agentRuntimeApis(mapping: Mapping): ApisAndRoutes {
  const runtimes = mapping.ofType(agentRuntimeType);
  return { apis: runtimes.map(apiOf), routes: runtimes.map(routeOf) };
}

function apiId({ id }: Declared): string {
  return `${id} endpoint`;
}

function apiOf(declared: Declared): Api {
  const { at } = declared;
  return plainApi({
    ...declarationOf(declared),
    id: apiId(declared),
    api: 'agents',
    visibility: absent(at),
    firewall: unknown(at, 'not read'),
    authorizers: tokenAuthorizers(declared),
    routesOpen: false,
  });
}

function routeOf(declared: Declared): Route {
  const place = { method: 'POST', path: '/invocations' };
  return plainRoute({
    ...declarationOf(declared),
    id: routeId(apiId(declared), place),
    api: apiId(declared),
    ...place,
    auth: authOf(declared),
    function: declared.id,
    integration: 'function',
  });
}

function authOf(declared: Declared): Setting<Auth> {
  const [outer] = tokenPath;
  const said = property(declared, outer);
  const jwt = property(declared, ...tokenPath);
  if (jwt?.kind === 'map') return fixed<Auth>({ kind: 'jwt' }, jwt.at);
  if (jwt === undefined && (said === undefined || said.kind === 'map'))
    return fixed<Auth>({ kind: 'iam' }, declared.at);
  return unknown(jwt?.at ?? said?.at ?? declared.at, 'not read');
}
