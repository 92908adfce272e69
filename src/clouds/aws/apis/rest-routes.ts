import type { Auth, AuthKind, Route } from '../../../model/api.js';
import { absent, known, type Setting } from '../../../model/setting.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { flag, text } from '../../values/codec.js';
import { functionNamed } from '../functions/reference.js';
import { declarationOf, entriesOf, type Mapping, property, referent, setting } from '../mapping.js';
import type { KnownApis } from '../sam/routes.js';
import type { Declared } from '../template.js';
import { writeAuth } from './auth-writes.js';
import { routeThrottle } from './method-settings.js';
import { resourcePath } from './resource-path.js';
import { validatorSetting } from './rest-validation.js';
import { routeId } from './route-id.js';
import { standsAlone } from './standing-alone.js';
import { storeBehind } from './store-behind.js';

/** Methods of REST APIs written as plain CloudFormation. */
export function restRoutes(mapping: Mapping, apis: KnownApis): readonly Route[] {
  return mapping.ofType('AWS::ApiGateway::Method').map((declared) => routeOf(mapping, declared, apis));
}

function routeOf(mapping: Mapping, declared: Declared, { sources }: KnownApis): Route {
  const api = referent(mapping, property(declared, 'RestApiId'));
  const method = textOf(property(declared, 'HttpMethod'))?.toUpperCase() ?? '?';
  const path = resourcePath(mapping, property(declared, 'ResourceId'));
  const uri = property(declared, 'Integration', 'Uri');
  const behind = functionNamed(mapping, uri);
  const stages = sources.get(api ?? '')?.stages ?? [];
  return {
    ...declarationOf(declared),
    id: routeId(api, { method, path }),
    kind: 'route',
    api,
    method,
    path,
    auth: authOf(mapping, declared),
    validation: validatorSetting(mapping, declared, api),
    hasModel: entriesOf(property(declared, 'RequestModels')).length > 0,
    throttle: stages.flatMap((stage) => routeThrottle(stage, method, path) ?? [])[0] ?? absent(declared.at),
    function: behind,
    ...testableOf(declared),
    ...requiredOf(declared),
    integration: integrationOf(textOf(property(declared, 'Integration', 'Type')), uri, behind),
    ...storeBehind(mapping, behind, [uri, property(declared, 'Integration', 'RequestTemplates')]),
    alone: mapping.template.isNamedElsewhere === undefined && standsAlone(mapping, declared),
  };
}

function requiredOf(declared: Declared): Pick<Route, 'requiresParameters'> {
  const parameters = entriesOf(property(declared, 'RequestParameters'));
  return parameters.some(({ value }) => flag.read(value) === true) ? { requiresParameters: true } : {};
}

/** The CDK's own word: what it makes of it is a permission that no template of people has. */
function testableOf(declared: Declared): Pick<Route, 'testable'> {
  const path = ['Integration', 'TestInvoke'];
  return property(declared, ...path) === undefined ? {} : { testable: setting(declared, path, flag) };
}

function integrationOf(
  type: string | undefined,
  uri: Value | undefined,
  behind: string | undefined,
): Route['integration'] {
  if (behind !== undefined || type === 'AWS_PROXY') return 'function';
  if (type === 'MOCK') return 'mock';
  if (type === 'HTTP' || type === 'HTTP_PROXY') return 'http';
  const named = textOf(uri) ?? '';
  return type === 'AWS' ? (named.includes(':lambda:') ? 'function' : 'service') : 'unknown';
}

/** What `AuthorizationType` says; without one, a required key still counts. */
function authOf(mapping: Mapping, declared: Declared): Setting<Auth> {
  const type = setting(declared, ['AuthorizationType'], text);
  const key = setting(declared, ['ApiKeyRequired'], flag);
  const write = (auth: Auth) => writeAuth(mapping, declared, auth);
  if (type.kind === 'unknown' || type.kind === 'choice')
    return { kind: 'unknown', at: type.at, because: 'authorization' };
  const kind = type.kind === 'known' ? kindOf(mapping, declared, type.value) : 'none';
  if (kind !== 'none') {
    return {
      kind: 'known',
      value: authWith(mapping, declared, kind),
      at: type.at,
      confidence: confidenceOf(type),
      write,
    };
  }
  if (key.kind === 'unknown' || key.kind === 'choice') return { kind: 'unknown', at: key.at, because: 'api key' };
  const isKeyed = known(key) === true;
  const at = isKeyed ? key.at : type.at;
  return { kind: 'known', value: { kind: isKeyed ? 'api-key' : 'none' }, at, confidence: confidenceOf(type), write };
}

function confidenceOf(type: Setting<string>) {
  return type.kind === 'known' ? type.confidence : 'high';
}

function kindOf(mapping: Mapping, declared: Declared, type: string): AuthKind {
  switch (type.toUpperCase()) {
    case 'NONE':
      return 'none';
    case 'AWS_IAM':
      return 'iam';
    case 'COGNITO_USER_POOLS':
      return 'cognito';
    default:
      return authorizerIs(mapping, declared, 'COGNITO_USER_POOLS') ? 'cognito' : 'lambda';
  }
}

function authorizerIs(mapping: Mapping, declared: Declared, type: string): boolean {
  const authorizer = mapping.byId.get(referent(mapping, property(declared, 'AuthorizerId')) ?? '');
  return authorizer !== undefined && textOf(property(authorizer, 'Type')) === type;
}

function authWith(mapping: Mapping, declared: Declared, kind: AuthKind): Auth {
  const authorizer = referent(mapping, property(declared, 'AuthorizerId'));
  const scopes = itemsOf(valueAt(declared.properties.map, 'AuthorizationScopes')).flatMap(
    (scope) => textOf(scope) ?? [],
  );
  return { kind, ...(authorizer !== undefined && { authorizer }), ...(scopes.length > 0 && { scopes }) };
}
