import type { Literal } from '../../../model/literal.js';
import type { Value } from '../../../model/value.js';
import type { Construct, Invocation } from '../constructs.js';
import { type Draft, type Edits, has, put } from '../draft.js';
import type { Call, Expression } from '../expression.js';
import { lowerValue } from '../lowering.js';
import { qualifiedName } from '../qualified.js';
import { arn, member, plain, presence, type Row, reading, row } from '../rows.js';
import { resolve } from '../scope.js';
import {
  addDraft,
  addNamed,
  fill,
  given,
  inserter,
  isOpen,
  list,
  reference,
  type Synthesis,
  scalar,
} from '../synthesis.js';

const module = 'aws-apigateway';

const apiRows: readonly Row[] = [
  row('restApiName', 'Name'),
  row('disableExecuteApiEndpoint', 'DisableExecuteApiEndpoint'),
  row('endpointTypes', 'EndpointConfiguration.Types'),
  row('endpointConfiguration.types', 'EndpointConfiguration.Types'),
  row('policy', 'Policy'),
];

const methodRows: readonly Row[] = [
  row('deployOptions.loggingLevel', 'LoggingLevel', member(module, 'MethodLoggingLevel')),
  row('deployOptions.dataTraceEnabled', 'DataTraceEnabled'),
  row('deployOptions.throttlingRateLimit', 'ThrottlingRateLimit'),
  row('deployOptions.throttlingBurstLimit', 'ThrottlingBurstLimit'),
  row('deployOptions.cachingEnabled', 'CachingEnabled'),
  row('deployOptions.cacheDataEncrypted', 'CacheDataEncrypted'),
];

const stageRows: readonly Row[] = [
  row('deployOptions.tracingEnabled', 'TracingEnabled'),
  row('deployOptions.stageName', 'StageName'),
  row(
    'deployOptions.accessLogDestination',
    'AccessLogSetting.DestinationArn',
    reading((value) => value),
  ),
  row('deployOptions.cacheClusterEnabled', 'CacheClusterEnabled'),
];

/** Settings of all methods are an item of a list in the template and plain properties in the program. */
function stageInserter(synthesis: Synthesis, call: Call): NonNullable<Draft['insert']> {
  const plainly = inserter(synthesis, call, stageRows);
  const ofMethods = inserter(synthesis, call, methodRows);
  return (path, literal) => {
    if (path[0] !== 'MethodSettings') return plainly(path, literal);
    const [item] = Array.isArray(literal) ? literal : [literal];
    const entries = Object.entries((item ?? {}) as Readonly<Record<string, Literal>>);
    const own = entries.filter(([key]) => key !== 'HttpMethod' && key !== 'ResourcePath');
    const [first] = own;
    return first === undefined || own.length > 1 ? undefined : ofMethods([first[0]], first[1]);
  };
}

export const restTypes = new Set([
  'aws-apigateway.RestApi',
  'aws-apigateway.LambdaRestApi',
  'aws-apigateway.SpecRestApi',
]);

/** A REST API with its stage; a `LambdaRestApi` sends every request to its function unless it is told not to. */
export function addRestApi(synthesis: Synthesis, construct: Construct): void {
  const { call } = construct;
  const draft = addDraft(synthesis, construct, 'AWS::ApiGateway::RestApi');
  const api = { ...draft, insert: inserter(synthesis, call, apiRows) };
  synthesis.drafts.set(draft.id, api);
  fill(synthesis, api, call, apiRows);
  if (given(call, 'deploy') === undefined) addStage(synthesis, construct);
  if (construct.type === 'aws-apigateway.SpecRestApi')
    put(api, ['Body'], { kind: 'unknown', at: api.at, because: 'document elsewhere' });
  const proxied = given(call, 'proxy')?.value;
  const isProxy = proxied === undefined || (proxied.kind === 'literal' && proxied.value === true);
  if (construct.type !== 'aws-apigateway.LambdaRestApi' || !isProxy || isOpen(call)) return;
  const handler = given(call, 'handler')?.value;
  const target = handler && lowerValue(synthesis.construction, handler);
  const proxy = addPart(synthesis, construct.id, reference(call.at, construct.id, 'RootResourceId'), {
    path: '{proxy+}',
    call,
  });
  for (const [id, resource] of [
    [`${construct.id}/ANY`, reference(call.at, construct.id, 'RootResourceId')],
    [`${construct.id}/{proxy+}/ANY`, reference(call.at, proxy)],
  ] as const) {
    const method = addNamed(synthesis, { id, type: 'AWS::ApiGateway::Method', at: api.at, whole: call.at });
    setMethod(method, { api: construct.id, method: scalar(call.at, 'ANY'), resource });
    if (target) put(method, ['Integration', 'Uri'], target);
    put(method, ['Integration', 'Type'], scalar(call.at, 'AWS_PROXY'));
    authorize(synthesis, method, { own: undefined, api: call });
  }
}

function addStage(synthesis: Synthesis, construct: Construct): void {
  const { call } = construct;
  const draft = addDraft(synthesis, construct, 'AWS::ApiGateway::Stage', 'Stage');
  const stage = { ...draft, insert: stageInserter(synthesis, call) };
  synthesis.drafts.set(draft.id, stage);
  fill(synthesis, stage, call, stageRows);
  put(stage, ['RestApiId'], reference(stage.at, construct.id));
  if (!has(stage, 'StageName')) put(stage, ['StageName'], scalar(stage.at, 'prod'));
  const options = given(call, 'deployOptions')?.value;
  if (options && resolve(options).kind !== 'properties' && lowerValue(synthesis.construction, options).kind !== 'map')
    stage.open = true;
  const settings = addNamed(synthesis, { id: `${stage.id}/settings`, type: 'settings', at: stage.at, whole: stage.at });
  synthesis.drafts.delete(settings.id);
  fill(synthesis, settings, call, methodRows);
  const entries = [...settings.properties.entries].flatMap(([key, { keyAt, node }]) =>
    'kind' in node ? [{ key, keyAt, value: node }] : [],
  );
  if (entries.length === 0 && !settings.open) return;
  const all = [
    { key: 'HttpMethod', keyAt: stage.at, value: scalar(stage.at, '*') },
    { key: 'ResourcePath', keyAt: stage.at, value: scalar(stage.at, '/*') },
  ];
  const item: Value = { kind: 'map', at: stage.at, open: settings.open, entries: [...all, ...entries] };
  synthesis.writing.inserting.set(item, (path, literal) => insertSetting(stage, path, literal));
  put(stage, ['MethodSettings'], list(stage.at, [item]));
}

function insertSetting(stage: Draft, path: readonly string[], literal: Literal): Edits {
  const [key = ''] = path;
  return stage.insert?.(['MethodSettings'], [{ [key]: literal }]);
}

function setMethod(draft: Draft, { api, method, resource }: { api: string; method: Value; resource: Value }): void {
  put(draft, ['RestApiId'], reference(draft.at, api));
  put(draft, ['HttpMethod'], method);
  put(draft, ['ResourceId'], resource);
}

function addPart(
  synthesis: Synthesis,
  api: string,
  parent: Value,
  { path, call }: { path: string; call: Call },
): string {
  const id = `${parent.kind === 'reference' ? parent.to : api}/${path}`;
  const draft = addNamed(synthesis, { id, type: 'AWS::ApiGateway::Resource', at: call.at, whole: call.at });
  put(draft, ['RestApiId'], reference(call.at, api));
  put(draft, ['ParentId'], parent);
  put(draft, ['PathPart'], scalar(call.at, path));
  return draft.id;
}

/** A place in an API's tree: its root or one of its resources. */
interface Place {
  readonly api: Construct;
  readonly resource: Value;
  readonly id: string;
  /** Properties that methods below inherit, nearest first. */
  readonly options: readonly Call[];
}

const deepest = 30;

/** Where `api.root.addResource('orders').addResource('{id}')` leads; undefined if it does not begin at an API of this file. */
function placeOf(synthesis: Synthesis, expression: Expression, depth = 0): Place | undefined {
  const resolved = resolve(expression);
  if (depth > deepest) return undefined;
  if (resolved.kind === 'member' && resolved.name === 'root') {
    const api = synthesis.construction.byCall.get(resolve(resolved.of));
    if (api === undefined || !restTypes.has(api.type)) return undefined;
    return { api, id: api.id, resource: reference(resolved.at, api.id, 'RootResourceId'), options: [api.call] };
  }
  if (resolved.kind !== 'call') return undefined;
  const made = synthesis.construction.byCall.get(resolved);
  if (made?.type === 'aws-apigateway.Resource')
    return partOf(synthesis, given(resolved, 'parent')?.value, given(resolved, 'pathPart')?.value, {
      call: resolved,
      depth,
    });
  if (resolved.callee.kind !== 'member') return undefined;
  const { name, of } = resolved.callee;
  if (name === 'addResource' || name === 'resourceForPath' || name === 'getResource')
    return partOf(synthesis, of, resolved.args[0], { call: resolved, depth });
  if (name === 'addProxy')
    return partOf(synthesis, of, { kind: 'literal', value: '{proxy+}', at: resolved.at }, { call: resolved, depth });
  return undefined;
}

function partOf(
  synthesis: Synthesis,
  above: Expression | undefined,
  part: Expression | undefined,
  { call, depth }: { call: Call; depth: number },
): Place | undefined {
  const parent = above && placeOf(synthesis, above, depth + 1);
  if (parent === undefined) return undefined;
  const value = part && lowerValue(synthesis.construction, part);
  const text = value?.kind === 'scalar' ? String(value.value).replace(/^\//, '') : '{?}';
  const id = `${parent.id}/${text}`;
  if (!synthesis.drafts.has(id)) addPart(synthesis, parent.api.id, parent.resource, { path: text, call });
  return { api: parent.api, id, resource: reference(call.at, id), options: [call, ...parent.options] };
}

/** `resource.addMethod('GET', integration, options)`. */
export function addMethod(synthesis: Synthesis, { call }: Invocation): void {
  if (call.callee.kind !== 'member') return;
  const place = placeOf(synthesis, call.callee.of);
  const [name, integration] = call.args;
  if (place === undefined || name === undefined) return;
  const method = lowerValue(synthesis.construction, name);
  const text = method.kind === 'scalar' ? String(method.value).toUpperCase() : '?';
  makeMethod(synthesis, place, {
    call,
    method: method.kind === 'scalar' ? { ...method, value: text } : method,
    integration,
    name: text,
  });
}

interface MethodMade {
  readonly call: Call;
  readonly method: Value;
  readonly integration: Expression | undefined;
  readonly name: string;
}

function makeMethod(synthesis: Synthesis, place: Place, { call, method, integration, name }: MethodMade): void {
  const first = call.args[0]?.at.end ?? call.at.end;
  const at = { ...call.at, start: methodStart(call), end: first };
  const draft = addNamed(synthesis, { id: `${place.id}/${name}`, type: 'AWS::ApiGateway::Method', at, whole: call.at });
  const own = { ...draft, insert: methodInserter(synthesis, call) };
  synthesis.drafts.set(draft.id, own);
  setMethod(own, { api: place.api.id, method, resource: place.resource });
  integrate(
    synthesis,
    own,
    integration ?? inherited(place, 'defaultIntegration') ?? given(place.api.call, 'handler')?.value,
  );
  authorize(synthesis, own, { own: call, api: place.api.call, between: place.options });
}

function methodStart(call: Call): number {
  return call.callee.kind === 'member'
    ? Math.max(call.callee.of.at.start, call.callee.at.end - call.callee.name.length)
    : call.at.start;
}

const optionRows: readonly Row[] = [
  row('authorizationType', 'AuthorizationType', member(module, 'AuthorizationType')),
  row('apiKeyRequired', 'ApiKeyRequired'),
  row('authorizer', 'AuthorizerId'),
  row('authorizationScopes', 'AuthorizationScopes'),
  row('requestValidator', 'RequestValidatorId'),
  row('requestValidatorOptions', 'RequestValidatorId', presence),
  row('requestModels', 'RequestModels'),
];

function methodInserter(synthesis: Synthesis, call: Call): NonNullable<Draft['insert']> {
  const insert = inserter(synthesis, call, optionRows);
  return (path, literal) => (call.args.length >= 2 ? insert(path, literal) : undefined);
}

function inherited(place: Place, key: string): Expression | undefined {
  for (const call of place.options) {
    const found = given(call, key, optionsAt(call))?.value;
    if (found !== undefined) return found;
  }
  return undefined;
}

function optionsAt(call: Call): number {
  return call.creates ? 2 : 1;
}

interface Options {
  readonly own: Call | undefined;
  readonly api: Call;
  readonly between?: readonly Call[];
}

/** What a method asks of its callers: its own options, else those of the resources and the API above it. */
function authorize(synthesis: Synthesis, draft: Draft, { own, api, between = [api] }: Options): void {
  if (own) fill(synthesis, draft, own, optionRows);
  for (const call of between) {
    const position = optionsAt(call);
    const defaults = given(call, 'defaultMethodOptions', position)?.value;
    if (isOpen(call, position)) draft.open = true;
    const value = defaults && lowerValue(synthesis.construction, defaults);
    if (value === undefined) continue;
    if (value.kind !== 'map' || value.open) draft.open = true;
    if (value.kind === 'map')
      for (const { key, keyAt, value: inner } of value.entries) setDefault(draft, { key, keyAt, value: inner });
  }
  completeAuthorization(synthesis, draft);
}

function setDefault(draft: Draft, entry: { key: string; keyAt: Value['at']; value: Value }): void {
  const known = optionRows.find(({ property }) => property === entry.key);
  const [name = ''] = known?.path ?? [];
  if (known !== undefined && !has(draft, name)) put(draft, [name], entry.value, entry.keyAt);
}

/** An authorizer says which kind of authorization there is. */
function completeAuthorization(synthesis: Synthesis, draft: Draft): void {
  const authorizer = draft.properties.entries.get('AuthorizerId')?.node;
  if (authorizer === undefined || !('kind' in authorizer) || has(draft, 'AuthorizationType')) return;
  const made = authorizer.kind === 'reference' ? synthesis.drafts.get(authorizer.to) : undefined;
  const type = made?.properties.entries.get('Type')?.node;
  const isPool = type !== undefined && 'kind' in type && type.kind === 'scalar' && type.value === 'COGNITO_USER_POOLS';
  put(draft, ['AuthorizationType'], scalar(authorizer.at, isPool ? 'COGNITO_USER_POOLS' : 'CUSTOM'));
}

const integrations = new Map([
  ['LambdaIntegration', 'AWS_PROXY'],
  ['HttpIntegration', 'HTTP_PROXY'],
  ['MockIntegration', 'MOCK'],
  ['AwsIntegration', 'AWS'],
  ['StepFunctionsIntegration.startExecution', 'AWS'],
]);

function integrate(synthesis: Synthesis, draft: Draft, integration: Expression | undefined): void {
  const call = integration && resolve(integration);
  if (call?.kind !== 'call') {
    const construct = call && synthesis.construction.byCall.get(call);
    if (construct) put(draft, ['Integration', 'Uri'], reference(draft.at, construct.id));
    return;
  }
  const made = synthesis.construction.byCall.get(call);
  if (made) {
    put(draft, ['Integration', 'Type'], scalar(call.at, 'AWS_PROXY'));
    put(draft, ['Integration', 'Uri'], reference(call.at, made.id));
    return;
  }
  const type = integrations.get(qualifiedName(call.callee)?.replace(/^aws-apigateway\./, '') ?? '');
  if (type !== undefined) put(draft, ['Integration', 'Type'], scalar(call.at, type));
  const [to] = call.args;
  if (to !== undefined && (type === 'AWS_PROXY' || type === 'HTTP_PROXY'))
    put(draft, ['Integration', 'Uri'], lowerValue(synthesis.construction, to));
}

/** `resource.addProxy(...)` has a method for everything unless it is told otherwise. */
export function addProxy(synthesis: Synthesis, { call }: Invocation): void {
  const place = placeOf(synthesis, call);
  const any = given(call, 'anyMethod', 0)?.value;
  if (place === undefined || (any?.kind === 'literal' && any.value === false)) return;
  makeMethod(synthesis, place, {
    call,
    method: scalar(call.at, 'ANY'),
    integration: given(call, 'defaultIntegration', 0)?.value,
    name: 'ANY',
  });
}

/** Authorizers of REST APIs. */
export function addRestAuthorizer(synthesis: Synthesis, construct: Construct): void {
  const draft = addDraft(synthesis, construct, 'AWS::ApiGateway::Authorizer');
  const isPool = construct.type.endsWith('CognitoUserPoolsAuthorizer');
  const type = isPool ? 'COGNITO_USER_POOLS' : construct.type.endsWith('TokenAuthorizer') ? 'TOKEN' : 'REQUEST';
  put(draft, ['Type'], scalar(draft.at, type));
  fill(synthesis, draft, construct.call, [
    row('handler', 'AuthorizerUri', arn),
    row('cognitoUserPools', 'ProviderARNs', arn),
    row('identitySource', 'IdentitySource', plain),
  ]);
}
