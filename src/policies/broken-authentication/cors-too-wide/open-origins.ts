import type { Stack } from '../../../facts/stack.js';
import type { Api, AuthKind, Cors } from '../../../model/api.js';
import type { Term } from '../../../model/resource.js';
import { known, when } from '../../../model/setting.js';

/** How an entry point answers a request with credentials: with the caller's origin, also where only IAM lets it in; refused at deployment; with `*`. */
export type CredentialsAnswer = 'reflected' | 'signed' | 'refused' | 'static';

/** Something that answers browsers. */
export interface EntryPoint {
  readonly about: { readonly id: string };
  readonly cors: Cors;
  /** A page of another site gains something by calling it. */
  readonly isWorthIt: boolean;
  readonly answer: CredentialsAnswer;
}

/** Callers that a browser can be: who signs requests is none. */
const browserKinds: ReadonlySet<AuthKind> = new Set(['jwt', 'cognito', 'lambda', 'entra']);

/** APIs and function URLs that declare what other sites may do. */
export function* entryPointsWithCors({ apis, routes, urls }: Stack): Generator<EntryPoint> {
  const asking = new Set(
    routes.flatMap(({ api, auth }) => (when(auth, ({ kind }) => browserKinds.has(kind)) ? [api] : [])),
  );
  for (const api of apis) {
    if (!api.cors) continue;
    const isWorthIt = asking.has(api.id) || api.signIn.kind !== 'none';
    yield { about: api, cors: api.cors, isWorthIt, answer: answerOf(api, api.cors) };
  }
  for (const url of urls) {
    const answer = known(url.auth) === 'iam' ? 'signed' : 'reflected';
    if (url.cors) yield { about: url, cors: url.cors, isWorthIt: !onlyReads(url.cors), answer };
  }
}

/**
 * What has CORS settings answers for the code, whatever the code says; REST APIs answer preflights only:
 * docs.aws.amazon.com/apigateway (http-api-cors, how-to-cors), learn.microsoft.com/azure/app-service (app-service-web-tutorial-rest-api).
 */
export function settlesOrigins({ api, cors }: Api): boolean {
  return api !== 'rest' && cors !== undefined && (cors.origins.length > 0 || cors.originsOpen);
}

/** API Gateway answers `https://*` with the origin of the request, and takes no `*` beside credentials. */
function answerOf({ api }: Api, cors: Cors): CredentialsAnswer {
  if (api !== 'http') return 'static';
  return cors.origins.some(({ text }) => originOf(text) === '*') ? 'refused' : 'reflected';
}

function onlyReads({ methods = [] }: Cors): boolean {
  return methods.length > 0 && methods.every(({ text }) => ['GET', 'HEAD', 'OPTIONS'].includes(text.toUpperCase()));
}

const everyOrigin = new Set(['*', 'http://*', 'https://*']);

/** The origin that stands for every site, if one is listed. */
export function anyOrigin(cors: Cors): Term | undefined {
  return cors.origins.find(({ text }) => everyOrigin.has(originOf(text)));
}

function originOf(text: string): string {
  return text.replaceAll("'", '').trim();
}
