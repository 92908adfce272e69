import type { AuthKind, Authorizer } from '../../model/api.js';
import type { Span } from '../../model/span.js';
import { type MapEntry, textOf, type Value, valueAt } from '../../model/value.js';

/** The security schemes of a document by name. Amazon's gateway enforces only those that carry its extensions. */
export interface Schemes {
  readonly byName: ReadonlyMap<string, Scheme>;
  readonly authorizers: readonly Authorizer[];
}

export interface Scheme {
  /** Undefined: the gateway does not enforce it by this document alone. */
  readonly kind: AuthKind | undefined;
  /** The value that names the authorizer's function. */
  readonly function: Value | undefined;
  /** Where the scheme is declared, if its key is a part of the address. */
  readonly inQuery?: Span;
}

/** Who decides what a scheme means: a gateway that enforces those with its extensions only, or the document by itself. */
export type Reader = 'gateway' | 'document';

export function schemesOf(document: Value, reader: Reader): Schemes {
  const declared = valueAt(document, 'components', 'securitySchemes') ?? valueAt(document, 'securityDefinitions');
  const entries = declared?.kind === 'map' ? declared.entries : [];
  const read = reader === 'document' ? plainScheme : isForGoogle(document, entries) ? googleScheme : schemeOf;
  const byName = new Map(entries.map((entry) => [entry.key, { ...read(entry.value), ...placeOf(entry) }]));
  return { byName, authorizers: entries.flatMap((entry) => authorizerOf(entry, byName.get(entry.key)?.kind)) };
}

function placeOf({ keyAt, value: scheme }: MapEntry): Pick<Scheme, 'inQuery'> {
  const isKey = textOf(valueAt(scheme, 'type'))?.toLowerCase() === 'apikey';
  return isKey && textOf(valueAt(scheme, 'in')) === 'query' ? { inQuery: keyAt } : {};
}

const typeKey = 'x-amazon-apigateway-authtype';
const authorizerKey = 'x-amazon-apigateway-authorizer';

function schemeOf(scheme: Value): Scheme {
  return { kind: kindOf(scheme), function: valueAt(scheme, authorizerKey, 'authorizerUri') };
}

/** True if a document is written for Google's gateways, by their extensions: at its top, of paths, operations or schemes. */
function isForGoogle(document: Value, schemes: readonly MapEntry[]): boolean {
  const paths = valuesOf(valueAt(document, 'paths'));
  const parts = [document, ...paths, ...paths.flatMap(valuesOf), ...schemes.map(({ value }) => value)];
  return parts.some((part) => part.kind === 'map' && part.entries.some(({ key }) => key.startsWith('x-google-')));
}

function valuesOf(map: Value | undefined): readonly Value[] {
  return map?.kind === 'map' ? map.entries.map(({ value }) => value) : [];
}

/** Google's gateways check tokens of a named issuer, and keys of the project. */
function googleScheme(scheme: Value): Scheme {
  const type = textOf(valueAt(scheme, 'type'));
  const isChecked = (valueAt(scheme, 'x-google-issuer') ?? valueAt(scheme, 'x-google-auth')) !== undefined;
  return { kind: isChecked ? 'jwt' : type === 'apiKey' ? 'api-key' : undefined, function: undefined };
}

const plainKinds: ReadonlyMap<string, AuthKind> = new Map([
  ['oauth2', 'jwt'],
  ['openidconnect', 'jwt'],
  ['mutualtls', 'mtls'],
  ['apikey', 'api-key'],
  ['basic', 'api-key'],
]);

/** What a document by itself says that callers have to show. */
function plainScheme(scheme: Value): Scheme {
  const type = textOf(valueAt(scheme, 'type'))?.toLowerCase() ?? '';
  const isBearer = textOf(valueAt(scheme, 'scheme'))?.toLowerCase() === 'bearer';
  const kind = type === 'http' ? (isBearer ? 'jwt' : 'api-key') : plainKinds.get(type);
  return { kind, function: undefined };
}

function kindOf(scheme: Value): AuthKind | undefined {
  const type = textOf(valueAt(scheme, typeKey))?.toLowerCase();
  if (type === 'awssigv4') return 'iam';
  const authorizer = valueAt(scheme, authorizerKey);
  if (authorizer !== undefined) return enforced(textOf(valueAt(authorizer, 'type'))?.toLowerCase() ?? type);
  if (type === 'cognito_user_pools') return 'cognito';
  const name = textOf(valueAt(scheme, 'name'))?.toLowerCase();
  return textOf(valueAt(scheme, 'type')) === 'apiKey' && name === 'x-api-key' ? 'api-key' : undefined;
}

function enforced(type: string | undefined): AuthKind {
  if (type === 'cognito_user_pools') return 'cognito';
  return type === 'jwt' ? 'jwt' : 'lambda';
}

function authorizerOf({ key, keyAt }: MapEntry, kind: AuthKind | undefined): readonly Authorizer[] {
  const isAuthorizer = kind === 'cognito' || kind === 'jwt' || kind === 'lambda' || kind === 'iam';
  return isAuthorizer ? [{ name: key, kind, at: keyAt }] : [];
}
