import type { Value } from '../../../../../model/value.js';
import type { Construct } from '../../../constructs/construct.js';
import { given, isOpen } from '../../../constructs/given-properties.js';
import { resolveGiven } from '../../../constructs/inlining.js';
import { qualifiedName } from '../../../constructs/qualified-names.js';
import type { Call, Expression } from '../../../program/expression.js';
import { type Draft, put } from '../../../synthesis/draft.js';
import { addNamed, type Synthesis } from '../../../synthesis/synthesis.js';
import { lowerValue } from '../../../values/construct-value.js';
import { reference, scalar } from '../../../values/made-value.js';

interface RouteMade {
  readonly key: string;
  readonly call: Call;
  readonly at: Value['at'];
  readonly integration: Expression | undefined;
  readonly authorizer: Expression | undefined;
  readonly open?: boolean;
}

export function addRoute(synthesis: Synthesis, api: Construct, made: RouteMade): void {
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
  const call = resolveGiven(synthesis.construction, integration);
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

/** Who issues tokens and for whom; the clients of a user pool are its audience, one that the CDK makes where none is named. */
function putToken({ construction }: Synthesis, draft: Draft, call: Call): void {
  const at = call.at;
  const audience = given(call, 'jwtAudience')?.value;
  const isPool = /HttpUserPoolAuthorizer$/.test(qualifiedName(call.callee) ?? '');
  const ofPool: Value = { kind: 'unknown', at, because: 'clients of the user pool' };
  if (audience) put(draft, ['JwtConfiguration', 'Audience'], lowerValue(construction, audience));
  else if (isPool || isOpen(call)) put(draft, ['JwtConfiguration', 'Audience'], ofPool);
  const [, issuer] = call.args;
  if (issuer && !isPool) put(draft, ['JwtConfiguration', 'Issuer'], lowerValue(construction, issuer));
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
  const call = resolveGiven(synthesis.construction, authorizer);
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
    if (kind === 'JWT') putToken(synthesis, draft, call);
  }
  put(route, ['AuthorizerId'], reference(at, id));
}
