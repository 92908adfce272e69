import type { Authorizer } from '../../../model/api.js';
import { itemsOf, type MapEntry, textOf, type Value, valueAt } from '../../../model/value.js';
import { type Codec, number } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';
import { functionNamed } from '../functions/reference.js';
import { entriesOf, type Mapping, property, quiet, quietSetting } from '../mapping.js';
import type { Declared } from '../template.js';
import type { ApiSource } from './api-source.js';

/** The authorizers that an API declares and its routes can name. */
export function authorizersOf(mapping: Mapping, source: ApiSource): readonly Authorizer[] {
  const named = entriesOf(valueAt(source.own.map, 'Auth', 'Authorizers')).map((entry) =>
    samAuthorizer(mapping, entry, source.kind === 'rest'),
  );
  const standing = [
    ...mapping.pointing('AWS::ApiGateway::Authorizer', ['RestApiId'], source.resource.id),
    ...mapping.pointing('AWS::ApiGatewayV2::Authorizer', ['ApiId'], source.resource.id),
  ].map((declared) => gatewayAuthorizer(mapping, declared));
  const documented = source.openapi?.authorizers ?? [];
  return [...named, ...standing, ...documented];
}

function samAuthorizer(mapping: Mapping, { key, keyAt, value }: MapEntry, isRest: boolean): Authorizer {
  const called = functionNamed(mapping, valueAt(value, 'FunctionArn'));
  const kind = samKind(value);
  const inside = valueAt(value, 'JwtConfiguration', 'Audience') === undefined ? 'audience' : 'Audience';
  const section = { map: value, at: keyAt, reading: quiet(mapping.reading) };
  return {
    ...{ name: key, kind, at: keyAt },
    ...(called !== undefined && { function: called, ...kept(valueAt(value, 'Identity', 'ReauthorizeEvery'), isRest) }),
    ...samKey(value, isRest),
    ...(kind === 'jwt' && { audience: settingOf(section, ['JwtConfiguration', inside], audiences) }),
  };
}

/** SAM lists the names of headers; a REST API hands over the token alone unless it is told otherwise. */
function samKey(value: Value, isRest: boolean): Pick<Authorizer, 'keptBy'> {
  const hasToken = isRest && textOf(valueAt(value, 'FunctionPayloadType')) !== 'REQUEST';
  const headers = valueAt(value, 'Identity', 'Headers');
  return hasToken || headers === undefined ? {} : keptBy(headers, (text) => [text]);
}

/** `method.request.header.Authorization`, `$request.header.Authorization`, several in one text or in a list. */
function headersIn(source: string): readonly string[] {
  return [...source.matchAll(/request\.header\.([\w-]{1,100})/g)].map(([, name = '']) => name);
}

function keptBy(source: Value, read: (text: string) => readonly string[]): Pick<Authorizer, 'keptBy'> {
  const texts = itemsOf(source).map(textOf);
  if (source.kind === 'list' && source.open) return {};
  const known = texts.filter((text) => text !== undefined);
  return known.length < texts.length ? {} : { keptBy: known.flatMap(read).map((name) => name.toLowerCase()) };
}

function samKind(value: Value): Authorizer['kind'] {
  if (valueAt(value, 'UserPoolArn') !== undefined) return 'cognito';
  if (valueAt(value, 'FunctionArn') !== undefined) return 'lambda';
  const isJwt = ['JwtConfiguration', 'OpenIdConnectUrl'].some((key) => valueAt(value, key) !== undefined);
  return isJwt ? 'jwt' : 'unknown';
}

const kinds = new Map<string, Authorizer['kind']>([
  ['COGNITO_USER_POOLS', 'cognito'],
  ['TOKEN', 'lambda'],
  ['REQUEST', 'lambda'],
  ['JWT', 'jwt'],
]);

/** Declared authorizers are named by their logical ids, which is how methods and routes refer to them. */
function gatewayAuthorizer(mapping: Mapping, declared: Declared): Authorizer {
  const type = textOf(property(declared, 'Type') ?? property(declared, 'AuthorizerType')) ?? '';
  const called = functionNamed(mapping, property(declared, 'AuthorizerUri'));
  const kind = kinds.get(type.toUpperCase()) ?? 'unknown';
  const seconds = property(declared, 'AuthorizerResultTtlInSeconds');
  const source = property(declared, 'IdentitySource');
  return {
    ...{ name: declared.id, kind, at: declared.at },
    ...(called !== undefined && {
      function: called,
      ...kept(seconds, declared.type === 'AWS::ApiGateway::Authorizer'),
    }),
    ...(source !== undefined && type.toUpperCase() === 'REQUEST' && keptBy(source, headersIn)),
    ...(kind === 'jwt' && { audience: quietSetting(declared, ['JwtConfiguration', 'Audience'], audiences) }),
  };
}

/** REST APIs keep answers for five minutes unless they are told otherwise, HTTP APIs only where they are told to. */
function kept(seconds: Value | undefined, isRest: boolean): Pick<Authorizer, 'isKept'> {
  if (seconds === undefined) return { isKept: isRest };
  const written = number.read(seconds);
  return written === undefined ? {} : { isKept: written > 0 };
}

/** A list of those for whom tokens are issued, or one of them; whom only the deployment knows is somebody. */
export const audiences: Codec<boolean> = {
  read: (value) => {
    if (value.kind === 'list') return value.open ? undefined : value.items.length > 0;
    return value.kind === 'unknown' ? undefined : textOf(value) !== '';
  },
  write: () => undefined,
};
