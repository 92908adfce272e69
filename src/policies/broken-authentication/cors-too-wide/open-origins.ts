import type { Stack } from '../../../facts/stack.js';
import type { AuthKind, Cors } from '../../../model/api.js';
import type { Term } from '../../../model/resource.js';
import { when } from '../../../model/setting.js';

/** Something that answers browsers. */
export interface EntryPoint {
  readonly about: { readonly id: string };
  readonly cors: Cors;
  /** A page of another site gains something by calling it. */
  readonly isWorthIt: boolean;
}

/** Callers that a browser can be: who signs requests is none. */
const browserKinds: ReadonlySet<AuthKind> = new Set(['jwt', 'cognito', 'lambda', 'entra']);

/** APIs and function URLs that declare what other sites may do. */
export function* entryPointsWithCors({ apis, routes, urls }: Stack): Generator<EntryPoint> {
  const asking = new Set(
    routes.flatMap(({ api, auth }) => (when(auth, ({ kind }) => browserKinds.has(kind)) ? [api] : [])),
  );
  for (const api of apis) {
    if (api.cors) yield { about: api, cors: api.cors, isWorthIt: asking.has(api.id) || api.signIn.kind !== 'none' };
  }
  for (const url of urls) {
    if (url.cors) yield { about: url, cors: url.cors, isWorthIt: !onlyReads(url.cors) };
  }
}

function onlyReads({ methods = [] }: Cors): boolean {
  return methods.length > 0 && methods.every(({ text }) => ['GET', 'HEAD', 'OPTIONS'].includes(text.toUpperCase()));
}

const everyOrigin = new Set(['*', 'http://*', 'https://*']);

/** The origin that stands for every site, if one is listed. */
export function anyOrigin(cors: Cors): Term | undefined {
  return cors.origins.find(({ text }) => everyOrigin.has(text.replaceAll("'", '').trim()));
}
