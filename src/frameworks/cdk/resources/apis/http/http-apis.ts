import type { Construct, Invocation } from '../../../constructs/construct.js';
import { given, isOn, isOpen } from '../../../constructs/given-properties.js';
import type { Expression } from '../../../program/expression.js';
import { resolve } from '../../../program/scope.js';
import { put } from '../../../synthesis/draft.js';
import { fill } from '../../../synthesis/fill.js';
import { type Row, row } from '../../../synthesis/rows.js';
import { addDraft, type Synthesis } from '../../../synthesis/synthesis.js';
import { lowerValue } from '../../../values/construct-value.js';
import { reference, scalar } from '../../../values/made-value.js';
import { inserter } from '../../../writing/inserter.js';
import { corsRow } from '../cors.js';
import { addRoute } from './http-routes.js';
import { mapByOptions } from './http-stages.js';

const rows: readonly Row[] = [
  row('apiName', 'Name'),
  row('disableExecuteApiEndpoint', 'DisableExecuteApiEndpoint'),
  corsRow('corsPreflight', 'CorsConfiguration'),
];

/** An HTTP or WebSocket API with the stage that the CDK makes for the former. */
export function addHttpApi(synthesis: Synthesis, construct: Construct): void {
  const { call } = construct;
  const isSocket = construct.type.endsWith('WebSocketApi');
  const draft = addDraft(synthesis, construct, 'AWS::ApiGatewayV2::Api');
  const api = { ...draft, insert: inserter(synthesis, call, rows) };
  synthesis.drafts.set(draft.id, api);
  fill(synthesis, api, { call }, rows);
  put(api, ['ProtocolType'], scalar(api.at, isSocket ? 'WEBSOCKET' : 'HTTP'));
  if (isSocket) {
    addSocketRoutes(synthesis, construct);
    return;
  }
  if (isOn(call, 'createDefaultStage') && !isOpen(call)) {
    const stage = addDraft(synthesis, construct, 'AWS::ApiGatewayV2::Stage', 'DefaultStage');
    put(stage, ['ApiId'], reference(stage.at, construct.id));
    put(stage, ['StageName'], scalar(stage.at, '$default'));
  }
  mapByOptions(synthesis, call, { call, position: 2, key: 'defaultDomainMapping' });
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
