import type { Cors } from '../../../model/api.js';
import type { Term } from '../../../model/resource.js';
import { when } from '../../../model/setting.js';
import type { Stack } from '../../../model/stack.js';

/** Something that answers browsers. */
export interface Door {
  readonly about: { readonly id: string };
  readonly cors: Cors;
  readonly asksForIdentity: boolean;
}

/** APIs and function URLs that declare what other sites may do. */
export function* doorsWithCors({ apis, routes, urls }: Stack): Generator<Door> {
  const asking = new Set(routes.flatMap(({ api, auth }) => (when(auth, ({ kind }) => kind !== 'none') ? [api] : [])));
  for (const api of apis) {
    if (api.cors) yield { about: api, cors: api.cors, asksForIdentity: asking.has(api.id) || api.api === 'azure' };
  }
  for (const url of urls) {
    const asksForIdentity = when(url.auth, (auth) => auth === 'iam') !== undefined;
    if (url.cors) yield { about: url, cors: url.cors, asksForIdentity };
  }
}

const everyOrigin = new Set(['*', 'http://*', 'https://*']);

/** The origin that stands for every site, if one is listed. */
export function anyOrigin(cors: Cors): Term | undefined {
  return cors.origins.find(({ text }) => everyOrigin.has(text.replaceAll("'", '').trim()));
}
