import type { Api, Auth, Route } from './api.js';
import { known, type Match, when } from './setting.js';

/** A route as people say it: `GET /orders`; WebSocket routes by their key. */
export function describeRoute({ method, path }: Route): string {
  return method === 'WS' ? path : `${method} ${path}`;
}

/** An API that the internet reaches: public, as the platforms make it unless told otherwise. */
export function isPublic(api: Api): boolean {
  return when(api.visibility, (visibility) => visibility === 'public', { absent: true }) !== undefined;
}

/** A route that lets a stranger reach something: not a preflight, not a fixed answer, and of WebSockets only the one that connects. */
export function needsAuthentication(route: Route, api: Api): boolean {
  if (route.method === 'OPTIONS' || route.integration === 'mock') return false;
  return api.api !== 'websocket' || route.path === '$connect';
}

/** Client certificates count only if the way around the domain is closed. */
export function needsCertificate({ domain, defaultEndpoint }: Api): boolean {
  return domain !== undefined && known(domain.mutualTls) === true && known(defaultEndpoint) === false;
}

/** A public route that asks its callers for nothing. */
export function openRoute(route: Route, api: Api | undefined): Match<Auth> | undefined {
  if (api === undefined || !isPublic(api) || !needsAuthentication(route, api)) return undefined;
  if (needsCertificate(api)) return undefined;
  return when(route.auth, ({ kind }) => kind === 'none');
}
