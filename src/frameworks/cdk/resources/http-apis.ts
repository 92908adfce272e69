import type { Value } from '../../../model/value.js';
import type { Construct, Invocation } from '../constructs.js';
import { type Draft, put } from '../draft.js';
import type { Call, Expression } from '../expression.js';
import { lowerValue } from '../lowering.js';
import { qualifiedName } from '../qualified.js';
import { type Row, reading, row } from '../rows.js';
import { resolve } from '../scope.js';
import { addDraft, addNamed, fill, given, inserter, isOpen, reference, type Synthesis, scalar } from '../synthesis.js';

const corsNames = new Map([
  ['allowOrigins', 'AllowOrigins'],
  ['allowMethods', 'AllowMethods'],
  ['allowHeaders', 'AllowHeaders'],
  ['allowCredentials', 'AllowCredentials'],
  ['exposeHeaders', 'ExposeHeaders'],
  ['maxAge', 'MaxAge'],
]);

const rows: readonly Row[] = [
  row('apiName', 'Name'),
  row('disableExecuteApiEndpoint', 'DisableExecuteApiEndpoint'),
  row(
    'corsPreflight',
    'CorsConfiguration',
    reading((value) =>
      value.kind === 'map'
        ? {
            ...value,
            entries: value.entries.map((entry) => ({ ...entry, key: corsNames.get(entry.key) ?? entry.key })),
          }
        : value,
    ),
  ),
];

/** An HTTP or WebSocket API with the stage that the CDK makes for the former. */
export function addHttpApi(synthesis: Synthesis, construct: Construct): void {
  const { call } = construct;
  const isSocket = construct.type.endsWith('WebSocketApi');
  const draft = addDraft(synthesis, construct, 'AWS::ApiGatewayV2::Api');
  const api = { ...draft, insert: inserter(synthesis, call, rows) };
  synthesis.drafts.set(draft.id, api);
  fill(synthesis, api, call, rows);
  put(api, ['ProtocolType'], scalar(api.at, isSocket ? 'WEBSOCKET' : 'HTTP'));
  if (isSocket) {
    addSocketRoutes(synthesis, construct);
    return;
  }
  if (given(call, 'createDefaultStage') === undefined && !isOpen(call)) {
    const stage = addDraft(synthesis, construct, 'AWS::ApiGatewayV2::Stage', 'DefaultStage');
    put(stage, ['ApiId'], reference(stage.at, construct.id));
    put(stage, ['StageName'], scalar(stage.at, '$default'));
  }
  const fallback = given(call, 'defaultIntegration');
  if (fallback)
    addRoute(synthesis, construct, {
      key: '$default',
      call,
      at: fallback.keyAt,
      integration: fallback.value,
      authorizer: undefined,
    });
}

function addSocketRoutes(synthesis: Synthesis, construct: Construct): void {
  for (const [property, key] of [
    ['connectRouteOptions', '$connect'],
    ['disconnectRouteOptions', '$disconnect'],
    ['defaultRouteOptions', '$default'],
  ] as const) {
    const options = given(construct.call, property);
    const resolved = options && resolve(options.value);
    if (options === undefined || resolved?.kind !== 'properties') continue;
    const of = (name: string) => resolved.entries.find((entry) => entry.key === name)?.value;
    addRoute(synthesis, construct, {
      key,
      call: construct.call,
      at: options.keyAt,
      integration: of('integration'),
      authorizer: of('authorizer'),
      open: resolved.open,
    });
  }
}

interface RouteMade {
  readonly key: string;
  readonly call: Call;
  readonly at: Value['at'];
  readonly integration: Expression | undefined;
  readonly authorizer: Expression | undefined;
  readonly open?: boolean;
}

function addRoute(synthesis: Synthesis, api: Construct, made: RouteMade): void {
  const { key, call, at } = made;
  const route = addNamed(synthesis, { id: `${api.id}/${key}`, type: 'AWS::ApiGatewayV2::Route', at, whole: call.at });
  route.open = made.open === true;
  put(route, ['ApiId'], reference(at, api.id));
  put(route, ['RouteKey'], scalar(at, key));
  const target = made.integration && integrate(synthesis, api, { key, integration: made.integration });
  if (target !== undefined) put(route, ['Target'], { kind: 'pattern', parts: ['integrations/', { to: target }], at });
  const fallback = given(api.call, 'defaultAuthorizer')?.value;
  const authorizer = made.authorizer ?? fallback;
  if (authorizer !== undefined) {
    authorize(synthesis, route, { api, authorizer, key });
    return;
  }
  if (isOpen(api.call)) put(route, ['AuthorizationType'], { kind: 'unknown', at, because: 'open container' });
}

const types = new Map([
  ['LambdaIntegration', 'AWS_PROXY'],
  ['LambdaProxyIntegration', 'AWS_PROXY'],
  ['UrlIntegration', 'HTTP_PROXY'],
  ['HttpProxyIntegration', 'HTTP_PROXY'],
  ['AlbIntegration', 'HTTP_PROXY'],
  ['NlbIntegration', 'HTTP_PROXY'],
]);

function integrate(
  synthesis: Synthesis,
  api: Construct,
  { key, integration }: { key: string; integration: Expression },
): string | undefined {
  const call = resolve(integration);
  if (call.kind !== 'call') return undefined;
  const name = qualifiedName(call.callee)?.replace(/^.*\.(?:Http|WebSocket)?(?=[A-Z])/, '') ?? '';
  const type = types.get(name);
  const { at } = integration;
  const draft = addNamed(synthesis, {
    id: `${api.id}/${key}/Integration`,
    type: 'AWS::ApiGatewayV2::Integration',
    at,
    whole: at,
  });
  put(draft, ['ApiId'], reference(at, api.id));
  if (type !== undefined) put(draft, ['IntegrationType'], scalar(at, type));
  const to = call.args[1] ?? given(call, 'handler', 0)?.value ?? given(call, 'url', 0)?.value;
  if (to !== undefined) put(draft, ['IntegrationUri'], lowerValue(synthesis.construction, to));
  return draft.id;
}

const kinds = new Map([
  ['HttpIamAuthorizer', 'AWS_IAM'],
  ['WebSocketIamAuthorizer', 'AWS_IAM'],
  ['HttpNoneAuthorizer', 'NONE'],
  ['HttpJwtAuthorizer', 'JWT'],
  ['HttpUserPoolAuthorizer', 'JWT'],
  ['HttpLambdaAuthorizer', 'CUSTOM'],
  ['WebSocketLambdaAuthorizer', 'CUSTOM'],
]);

function authorize(
  synthesis: Synthesis,
  route: Draft,
  { api, authorizer, key }: { api: Construct; authorizer: Expression; key: string },
): void {
  const call = resolve(authorizer);
  const { at } = authorizer;
  const name = call.kind === 'call' ? qualifiedName(call.callee)?.replace(/^.*\./, '') : undefined;
  const kind = kinds.get(name ?? '');
  if (kind === undefined || call.kind !== 'call') {
    put(route, ['AuthorizationType'], { kind: 'unknown', at, because: 'computed' });
    return;
  }
  put(route, ['AuthorizationType'], scalar(at, kind));
  if (kind !== 'JWT' && kind !== 'CUSTOM') return;
  const id = `${api.id}/${call.args[0]?.kind === 'literal' ? String(call.args[0].value) : `${key}/Authorizer`}`;
  if (!synthesis.drafts.has(id)) {
    const draft = addNamed(synthesis, { id, type: 'AWS::ApiGatewayV2::Authorizer', at: call.at, whole: call.at });
    put(draft, ['ApiId'], reference(at, api.id));
    put(draft, ['AuthorizerType'], scalar(at, kind === 'JWT' ? 'JWT' : 'REQUEST'));
    const [, second] = call.args;
    if (kind === 'CUSTOM' && second) put(draft, ['AuthorizerUri'], lowerValue(synthesis.construction, second));
  }
  put(route, ['AuthorizerId'], reference(at, id));
}

/** `api.addRoutes({ path, methods, integration, authorizer })`, and `socket.addRoute('key', options)`. */
export function addRoutes(synthesis: Synthesis, { call, method }: Invocation, api: Construct): void {
  const isSocket = method === 'addRoute';
  const position = isSocket ? 1 : 0;
  const of = (name: string) => given(call, name, position)?.value;
  const made = {
    call,
    at: {
      ...call.at,
      start: call.callee.kind === 'member' ? Math.max(call.callee.of.at.start, call.at.start) : call.at.start,
    },
    integration: of('integration'),
    authorizer: of('authorizer'),
    open: isOpen(call, position),
  };
  if (isSocket) {
    const [name] = call.args;
    addRoute(synthesis, api, { ...made, key: textIn(synthesis, name) ?? '?' });
    return;
  }
  const path = textIn(synthesis, of('path')) ?? '/{?}';
  const at = given(call, 'path', 0)?.keyAt ?? made.at;
  for (const name of methodsIn(synthesis, of('methods')))
    addRoute(synthesis, api, { ...made, at, key: `${name} ${path}` });
}

function textIn(synthesis: Synthesis, expression: Expression | undefined): string | undefined {
  const value = expression && lowerValue(synthesis.construction, expression);
  return value?.kind === 'scalar' ? String(value.value) : undefined;
}

/** Without methods a route takes them all. */
function methodsIn(synthesis: Synthesis, methods: Expression | undefined): readonly string[] {
  const value = methods && lowerValue(synthesis.construction, methods);
  if (value?.kind !== 'list') return ['ANY'];
  return value.items.map((item) => (item.kind === 'scalar' ? String(item.value) : '?'));
}

/** `new HttpRoute(this, 'Route', { httpApi, routeKey: HttpRouteKey.with('/x', GET), integration })`. */
export function addPlainRoute(synthesis: Synthesis, construct: Construct): void {
  const { call } = construct;
  const owner = given(call, 'httpApi')?.value;
  const api = owner && synthesis.construction.byCall.get(resolve(owner));
  const asked = given(call, 'routeKey')?.value;
  const key = asked && resolve(asked);
  if (api === undefined || key?.kind !== 'call') return;
  const [path, method] = key.args;
  const name = textIn(synthesis, method) ?? 'ANY';
  addRoute(synthesis, api, {
    key: `${name} ${textIn(synthesis, path) ?? '/{?}'}`,
    call,
    at: asked?.at ?? call.at,
    integration: given(call, 'integration')?.value,
    authorizer: given(call, 'authorizer')?.value,
    open: isOpen(call),
  });
}
