import type { RequestTemplate } from './request-template.js';
import type { Resource, Term } from './resource.js';
import type { Setting } from './setting.js';
import type { Edit, Span } from './span.js';

export type ApiKind =
  | 'rest'
  | 'http'
  | 'websocket'
  | 'graphql'
  | 'alb'
  | 'azure'
  | 'apim'
  | 'agents'
  | 'cloud-function'
  | 'cloud-run'
  | 'knative'
  | 'openfaas';

/** `none`: it knows no callers, and leaves the question to what stands in front of it. */
export type BuiltInAuth = 'signed-requests' | 'identity' | 'function-key' | 'password' | 'none';

export interface Throttle {
  /** Requests a second. */
  readonly rate: number;
  readonly burst: number;
}

/** An authorizer that the API declares and routes can name. */
export interface Authorizer {
  readonly name: string;
  readonly kind: 'jwt' | 'cognito' | 'lambda' | 'iam' | 'entra' | 'unknown';
  readonly at: Span;
  /** Of JWTs: whether it names for whom they are issued. */
  readonly audience?: Setting<boolean>;
  /** Function it calls, if in the stack. */
  readonly function?: string;
  /** What it has answered holds for a while, for all requests with the same token; undefined where that is not known. */
  readonly isKept?: boolean;
  /** The headers, in small letters, by which its answers are kept; undefined where that is not known. */
  readonly keptBy?: readonly string[];
}

export interface Api extends Resource {
  readonly kind: 'api';
  readonly api: ApiKind;
  /** What its author calls it besides its id: names, descriptions, tags, as far as they are texts. */
  readonly called?: readonly string[];
  /** `public` is also the default of the platforms; `private` includes resource policies that admit a VPC or addresses only. */
  readonly visibility: Setting<'public' | 'private'>;
  readonly authorizers: readonly Authorizer[];
  /** What the platform can ask of callers without an authorizer. Undefined where that takes more than one word. */
  readonly builtInAuth: BuiltInAuth | undefined;
  /** The platform asks people who they are before any code runs, and knows them again by a cookie. */
  readonly signIn: Setting<boolean>;
  /** Of the whole API or its default route. */
  readonly throttle: Setting<Throttle>;
  /** What its usage plans let each client do. Undefined where a platform has no such plans. */
  readonly clientLimits?: readonly ClientLimit[];
  /** Stages by name; an API without explicit stages has none. */
  readonly stages: readonly Stage[];
  /** The provider's own address stays reachable beside a custom domain. */
  readonly defaultEndpoint: Setting<boolean>;
  readonly domain: CustomDomain | undefined;
  /** A firewall or CDN is known to stand in front. */
  readonly firewall: Setting<boolean>;
  readonly cors: Cors | undefined;
  /** Its answers to callers say what failed behind it. Undefined where that cannot be said. */
  readonly revealsErrors?: Setting<boolean>;
  readonly accessLog: Setting<string, 'new'>;
  /** What the access log records of each request, as written. */
  readonly accessLogFormat?: Setting<string>;
  /** Off, errors only, or everything. */
  readonly executionLog: Setting<'off' | 'error' | 'info'>;
  /** Whole requests and responses are logged. */
  readonly dataTrace: Setting<boolean>;
  readonly tracing: Setting<boolean>;
  /** SAM's REST APIs: without it an extra stage called `Stage` is created. */
  readonly openApiVersion: Setting<string>;
  readonly caching: { readonly enabled: Setting<boolean>; readonly encrypted: Setting<boolean> } | undefined;
  /** Templates by which it asks other services than functions. */
  readonly templates?: readonly RequestTemplate[];
  /** Path of the API document it is made from, if in the repository. */
  readonly document: string | undefined;
  /** Paths that its document puts before those of its routes. */
  readonly basePaths?: readonly string[];
  /** Of a document: adds an operation to it. */
  readonly describe?: (operation: NewOperation) => readonly Edit[] | undefined;
  /** Routes may exist that could not be read. */
  readonly routesOpen: boolean;
}

/** An operation that a document lacks. */
export interface NewOperation extends Pick<Route, 'method' | 'path'> {
  readonly auth: Auth;
  /** One that the document has, whose callers prove who they are in the same way. */
  readonly like: Pick<Route, 'method' | 'path'> | undefined;
}

/** What one client, known by its key, may do. */
export interface ClientLimit {
  readonly at: Span;
  readonly throttle: Setting<Throttle>;
  /** Requests in a day, a week or a month are limited. */
  readonly quota: Setting<boolean>;
}

export interface Stage {
  readonly name: Setting<string>;
  readonly at: Span;
}

export interface CustomDomain {
  readonly at: Span;
  readonly mutualTls: Setting<boolean>;
}

export interface Cors {
  readonly at: Span;
  readonly origins: readonly Term[];
  readonly originsOpen: boolean;
  /** Methods that other sites may use, as far as they are listed. */
  readonly methods?: readonly Term[];
  readonly credentials: Setting<boolean>;
}

/** Order of strength, weakest first: see `strengthOf`. */
export type AuthKind = 'none' | 'api-key' | 'function-key' | 'iam' | 'jwt' | 'cognito' | 'lambda' | 'entra' | 'mtls';

/** How callers of a route prove who they are. */
export interface Auth {
  readonly kind: AuthKind;
  /** The authorizer's name, if it has one. */
  readonly authorizer?: string;
  readonly scopes?: readonly string[];
  /** A key that is a part of the address, which logs and browsers keep. */
  readonly inQuery?: true;
  /** There is another key beside it: callers need both, or have the choice. */
  readonly otherKey?: 'both' | 'either';
}

export interface Route extends Resource {
  readonly kind: 'route';
  /** The id of its Api; function URLs have none. */
  readonly api: string | undefined;
  /** Upper case; `ANY` for all. `WS` routes use their key as path. */
  readonly method: string;
  /** As written, with a leading slash; `$connect`, `$default` for those. */
  readonly path: string;
  /** The effective authentication, defaults of the API and of shared sections included. Known `none` when nothing asks for any. */
  readonly auth: Setting<Auth>;
  /** Requests are checked against a model before they reach the function. */
  readonly validation: Setting<boolean>;
  /** Parameters are declared that a request must have. */
  readonly requiresParameters?: true;
  /** A model is declared, so that validation can be switched on. */
  readonly hasModel: boolean;
  readonly throttle: Setting<Throttle>;
  /** Whoever tries out the method in the provider's console starts the function behind it, released or not; where that can be said. */
  readonly testable?: Setting<boolean>;
  /** Id of the function behind it; undefined when it is none of the stack's. */
  readonly function: string | undefined;
  /** Id of the queue, topic, bus ... of the stack to which a `service` integration hands requests. */
  readonly store?: string;
  /** The day from which its document says that it is gone: `YYYY-MM-DD`. */
  readonly sunset?: string;
  /** Nothing else is written for it: who takes its lines out takes the route out, and nothing more. */
  readonly alone?: boolean;
  /** What stands behind it. `mock` and redirects need no authentication. */
  readonly integration: 'function' | 'http' | 'service' | 'mock' | 'unknown';
}

/** An address of a function that no gateway protects. */
export interface FunctionUrl extends Resource {
  readonly kind: 'url';
  readonly function: string | undefined;
  readonly auth: Setting<'none' | 'iam'>;
  readonly cors: Cors | undefined;
}

const strengths: Record<AuthKind, number> = {
  none: 0,
  'api-key': 1,
  'function-key': 1,
  iam: 2,
  jwt: 2,
  cognito: 2,
  lambda: 2,
  entra: 2,
  mtls: 2,
};

/** From weakest to strongest: none < key < identity < identity with scopes. */
export function strengthOf(auth: Auth): number {
  return strengths[auth.kind] + ((auth.scopes?.length ?? 0) > 0 ? 0.5 : 0);
}
